/** However many triggers there are of one person’s, one stays, and others’ functions are left alone. */
import { countTriggers, keepOneTrigger, removeTriggers } from '../../src/google/triggers';

let functions: string[];
beforeEach(() => {
  const handle = (name: string): object => ({ getHandlerFunction: () => name });
  let handles: object[] = [];
  Object.assign(globalThis, {
    ScriptApp: {
      getProjectTriggers: () => (handles = functions.map(handle)),
      deleteTrigger: (one: object) => void (functions[handles.indexOf(one)] = ''),
      newTrigger: (name: string) => ({
        timeBased: () => ({
          everyHours: (hours: number) => ({ create: () => functions.push(`${name} ${String(hours)}`) }),
        }),
      }),
    },
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'ScriptApp');
});

const left = (): readonly string[] => functions.filter((name) => name !== '');

it.each([
  [['other'], ['other', 'tick 1']],
  [
    ['tick', 'other'],
    ['tick', 'other'],
  ],
  [
    ['tick', 'tick', 'other', 'tick'],
    ['tick', 'other'],
  ],
])('of %j stay %j', (before, after) => {
  functions = [...before];
  keepOneTrigger('tick');
  expect(left()).toEqual(after);
});

it('all of the function’s go, and are counted before', () => {
  functions = ['tick', 'other', 'tick'];
  expect(countTriggers('tick')).toBe(2);
  removeTriggers('tick');
  expect(left()).toEqual(['other']);
});
