/** What Google is reported to refuse of sheets that are made, or to leave open in them. */
import type { GoogleWorld } from '../../../src/local/reported/google-world';
import { bareWorld, hub, owner, runJob, type Meddler } from './google-office';
import { makeBlankHub } from './typing';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** A hub alone, of which the script remembers nothing. */
async function hubAlone(): Promise<GoogleWorld> {
  const world = await bareWorld();
  for (const id of world.madeFor.keys()) if (id !== '.' && id !== hub) world.madeFor.delete(id);
  return world;
}

/** All requests by which the hub and the workbooks of departments are made. */
async function requestsOfSetUp(): Promise<readonly Request[]> {
  const seen: Request[] = [];
  const listen: Meddler = (name, args, make) => {
    if (name === 'Sheets.Spreadsheets.batchUpdate') {
      seen.push(...((args[0] as { readonly requests?: readonly Request[] }).requests ?? []));
    }
    return make();
  };
  await runJob(await hubAlone(), owner, ['set-up', { hubOnly: false, year: null }], listen);
  const blank = await hubAlone();
  makeBlankHub(blank);
  await runJob(blank, owner, ['set-up', { hubOnly: true, year: 2022 }], listen);
  return seen;
}

/** The hub and all workbooks are made; a title merged over a frozen column is refused, as the stand-in must. */
export async function frozenMergeRefused(): Promise<readonly string[]> {
  const world = await hubAlone();
  makeBlankHub(world);
  const widen: Meddler = (name, args, make) => {
    const [body] = args as readonly [{ readonly requests?: Request[] }?];
    const frozen = body?.requests?.find(
      ({ addSheet }) => addSheet?.properties?.gridProperties?.frozenColumnCount === 1,
    );
    const sheetId = frozen?.addSheet?.properties?.sheetId;
    if (name === 'Sheets.Spreadsheets.batchUpdate' && sheetId !== undefined) {
      const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 };
      body?.requests?.push({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
    }
    return make();
  };
  const merged = await runJob(world, owner, ['set-up', { hubOnly: true, year: 2022 }], widen);
  const plain = await runJob(world, owner, ['set-up', { hubOnly: true, year: 2022 }]);
  return [
    ...(merged.text.includes('没有做完') ? [] : ['a merge over frozen columns was taken']),
    ...(plain.exit === 2 ? [`the hub was not made: ${plain.text.slice(0, 200)}`] : []),
  ];
}

/** Else the departments could open what is shut. */
export async function namedEditors(): Promise<readonly string[]> {
  const shut = (await requestsOfSetUp()).flatMap(({ addProtectedRange }) => addProtectedRange?.protectedRange ?? []);
  const open = shut.filter(({ editors }) => editors?.users?.join() !== owner);
  return [
    ...(shut.length === 0 ? ['nothing is protected'] : []),
    ...open.map(({ description }) => `anybody edits ${description ?? ''}`),
  ];
}
