/** What a person reads who asks how a command is called. */
import { helpOf, overview, ownersOf } from '../../../src/local/command/help';

it.each(ownersOf('help'))('help %s says how it is called, what for, with examples of itself', (command) => {
  const [usage = '', does = '', ...more] = helpOf(command).split('\n');
  expect(usage).toMatch(new RegExp(`^用法：nianbao ${command}(?: |$)`, 'u'));
  expect(does).toMatch(/^ {2}\p{Script=Han}/u);
  const examples = more.slice(more.indexOf('例：') + 1);
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(example).toMatch(new RegExp(`^ {2}nianbao ${command}`, 'u'));
  expect(overview()).toContain(`  ${command}`);
});
