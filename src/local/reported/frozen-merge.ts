/** Merges that Google refuses: across the edge of the frozen rows or columns of a sheet that is added in the same batch. */
type Request = GoogleAppsScript.Sheets.Schema.Request;
type Frozen = Pick<GoogleAppsScript.Sheets.Schema.GridProperties, 'frozenRowCount' | 'frozenColumnCount'>;

/** Whether one of the requests merges cells so. */
export function mergesOverFrozen(requests: readonly Request[]): boolean {
  const frozen = new Map<number, Frozen>();
  for (const { addSheet } of requests) {
    const { sheetId, gridProperties } = addSheet?.properties ?? {};
    if (sheetId !== undefined) frozen.set(sheetId, gridProperties ?? {});
  }
  return requests.some(({ mergeCells }) => {
    const { sheetId = 0, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = mergeCells?.range ?? {};
    const { frozenRowCount, frozenColumnCount } = frozen.get(sheetId) ?? {};
    return (
      isAcross(frozenRowCount, startRowIndex, endRowIndex) ||
      isAcross(frozenColumnCount, startColumnIndex, endColumnIndex)
    );
  });
}

function isAcross(edge = 0, start = 0, end = 0): boolean {
  return start < edge && edge < end;
}
