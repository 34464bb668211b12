/** Who is let in, how often Google is asked, and what is remembered of a refusal. */
import { shareWith } from '../../../src/google/drive/sharing';

const noAccount = 'Bad Request. User message: "… you must check the "Notify people" box …" (invalidSharingRequest)';
let asked: boolean[];

/** `says`: what each way of asking is refused with; null: it is done. */
function google(
  present: readonly object[],
  says: { readonly quietly: string | null; readonly loudly?: string | null },
): void {
  const create = (
    _: object,
    __: string,
    { sendNotificationEmail }: { readonly sendNotificationEmail: boolean },
  ): object => {
    asked.push(sendNotificationEmail);
    const refusal = sendNotificationEmail ? (says.loudly ?? null) : says.quietly;
    if (refusal !== null) throw new Error(refusal);
    return {};
  };
  Object.assign(globalThis, {
    Utilities: { sleep: () => undefined },
    Drive: { Permissions: { list: () => ({ permissions: present }), create } },
  });
}

beforeEach(() => {
  asked = [];
});
afterEach(() => {
  for (const name of ['Utilities', 'Drive']) Reflect.deleteProperty(globalThis, name);
});

it('an editor is let in once, whatever the letters of the address', () => {
  google([{ emailAddress: 'SFS@Town.example', role: 'writer' }], { quietly: null });
  expect(shareWith('file', 'sfs@town.EXAMPLE', true)).toBe('there');
  expect(asked).toEqual([]);
});

it('who may only read is let in', () => {
  google([{ emailAddress: 'sfs@town.example', role: 'reader' }], { quietly: null });
  expect(shareWith('file', 'sfs@town.example', true)).toBe('shared');
  expect(asked).toEqual([false]);
});

it('an address without account is asked for once more with a mail, where that is wanted', () => {
  google([], { quietly: noAccount });
  expect(shareWith('file', 'sfs@town.example', true)).toBe('notified');
  expect(asked).toEqual([false, true]);
  asked = [];
  expect(shareWith('file', 'sfs@town.example', false)).toMatchObject({ refused: expect.any(String) as string });
  expect(asked).toEqual([false]);
});

it('a refusal of another kind is not asked for again, and lasts', () => {
  google([], { quietly: 'Forbidden. The administrator does not allow sharing with sfs@town.example' });
  const told = shareWith('file', 'sfs@town.example', true);
  expect(told).toMatchObject({ isLasting: true });
  expect(JSON.stringify(told)).not.toContain('sfs@');
  expect(asked).toEqual([false]);
});

it('what the service only failed to do may be tried the next time', () => {
  google([], { quietly: 'We’re sorry, a server error occurred.' });
  expect(shareWith('file', 'sfs@town.example', true)).toMatchObject({ isLasting: false });
});
