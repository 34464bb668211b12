/** The commands of the manual can be typed as they stand, in any system's window. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNamed, ownersOf } from '../../../src/local/command/help';

const manual = readFileSync(join(__dirname, '../../../docs/使用手册.md'), 'utf8');
const blocks = [...manual.matchAll(/```\n([^`]*)```/gu)].map(([, block = '']) => block.trimEnd().split('\n'));
const inText = [...manual.matchAll(/`(?:npx )?(nianbao [^`]+)`/gu)].map(([, command = '']) => command);
const commands = [...blocks.flat().filter((line) => /^(?:npx|npm) /u.test(line)), ...inText];

it('has commands, and none of them needs the grammar of a shell', () => {
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.filter((line) => /[&|;<>$`#'*]|^\s*(?:export|set) /u.test(line.replace('npx ', '')))).toEqual([]);
  expect(manual).not.toMatch(/`[^`\n]*&&[^`\n]*`|^export /mu);
});

it('names only commands and options there are, each option with a command it belongs to', () => {
  const strange = commands
    .filter((line) => line.includes('nianbao '))
    .filter((line) => {
      const words = line.replace(/^npx /u, '').split(/\s+/u).slice(1);
      const command = commandNamed(words.filter((word) => !word.startsWith('-')));
      const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
      return command === null || options.some((option) => !ownersOf(option).includes(command));
    });
  expect(strange).toEqual([]);
});

it('names no setting that 设置 does not have', () => {
  const tables = ['common/columns.tsv', 'rule-of-law/columns.tsv', 'work-safety/columns.tsv', 'common/words.tsv'];
  const cells = tables.flatMap((name) =>
    readFileSync(join(__dirname, '../../../src/editions', name), 'utf8')
      .split('\n')
      .flatMap((line) => line.split('\t')),
  );
  // 设置 is named, and within the same sentence what stands in it.
  const sentences = [...manual.matchAll(/[`“]设置[`”]([^。|\n]*)/gu)].map(([, rest = '']) => rest);
  const named = sentences.flatMap((rest) => {
    const [, names = ''] = /^(?:表|里|的|填|，|\s|总表)*((?:[`“][^`”]+[`”]、?)+)/u.exec(rest) ?? [];
    return [...names.matchAll(/[`“]([^`”]+)[`”]/gu)].map(([, name = '']) => name);
  });
  expect(named.length).toBeGreaterThan(12);
  expect(named.filter((name) => !cells.includes(name))).toEqual([]);
});
