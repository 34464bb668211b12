/** The file name of the next version of a report. */

/** `<title> 第3版.docx` when `… 第2版.docx` is the highest version present; characters no file name can hold are dropped. */
export function nextReportName(title: string, present: readonly string[]): string {
  const stem = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 80);
  const versions = present
    .map((name) => name.normalize('NFC'))
    .filter((name) => name.startsWith(`${stem} 第`))
    .map((name) => Number(/^第(\d+)版/u.exec(name.slice(stem.length + 1))?.[1] ?? 0));
  return `${stem} 第${String(Math.max(0, ...versions) + 1)}版.docx`;
}
