/** The rule over made-up lines. */
import { Linter } from 'eslint';
import { thrown } from '../../../build/lint/thrown.mjs';

function told(line: string): readonly string[] {
  const linter = new Linter();
  const config = { plugins: { house: { rules: { thrown } } }, rules: { 'house/thrown': 'error' } } as const;
  return linter.verify(line, config).map(({ message }) => message);
}

it.each([
  ['its message', `try { work(); } catch (error) { show(error.message); }`],
  ['its message, taken apart', `try { work(); } catch ({ message }) { show(message); }`],
  ['its stack', `try { work(); } catch (cause) { show(cause.stack); }`],
  ['as a text', `try { work(); } catch (error) { show(String(error)); }`],
  ['in a template', 'try { work(); } catch (error) { show(`没有做完：${error}`); }'],
  ['joined to a text', `try { work(); } catch (error) { show('没有做完：' + error); }`],
  ['of a promise', `work().catch((failure) => { show(failure.message); });`],
  ['of a promise’s other way', `work().then(done, (why) => show(String(why)));`],
  ['of a call of the script', `run.withFailureHandler((error) => { show(error.message); }).runJob();`],
  ['by the function that gives it uncut', `try { work(); } catch (error) { show(errorText(error)); }`],
])('what was thrown is not shown: %s', (_, line) => {
  expect(told(line)).toEqual([expect.stringContaining('failureWords')]);
});

it.each([
  ['in words that are fit for people', `try { work(); } catch (error) { show(failureWords(error)); }`],
  ['thrown on', `try { work(); } catch (error) { throw new Refusal('没有做完', { cause: error }); }`],
  ['told apart', `try { work(); } catch (error) { if (error instanceof Faulty) count(error.kind); throw error; }`],
  ['no error at all', `const message = mail.message; const text = String(count);`],
])('what was thrown may be taken: %s', (_, line) => {
  expect(told(line)).toEqual([]);
});
