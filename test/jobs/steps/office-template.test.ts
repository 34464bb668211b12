/** Which of the files in 模板 counts. */
import { documentType, wordType } from '../../../src/google/folders';
import type { Workspace } from '../../../src/jobs/steps/find-workspace';
import { officeTemplate } from '../../../src/jobs/steps/office-template';

const file = (name: string, mimeType: string = wordType) => ({ id: name, name, mimeType, modifiedTime: '' });
const chosen = (...templates: readonly ReturnType<typeof file>[]) => {
  const found = officeTemplate({ templates } as unknown as Workspace);
  return [found?.entry?.id ?? null, found?.notes.map(({ code }) => code) ?? []];
};

it('is the one with the very name, whatever stands beside it with nearly the same', () => {
  expect(chosen(file('年度报告 .docx'), file('年度报告.docx'))).toEqual(['年度报告.docx', []]);
});

it('is none where two have the same name', () => {
  expect(chosen(file('年度报告.docx'), file('年度报告.docx'))).toEqual([null, ['template-twice']]);
  expect(chosen(file('年度报告', documentType), file('年度报告', documentType))).toEqual([null, ['template-twice']]);
});
