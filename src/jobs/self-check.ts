/** 自检: asks the platform what the program relies on, and writes down what it said. */
import { firstOf, type Editions } from '../core/edition/open-edition';
import type { WorkbookDraft } from '../core/sheets/draft';
import { programSheets } from '../core/sheets/program-sheets';
import type { JobAnswer } from '../contract/answer';
import { resultsName } from '../core/base/office-names';
import { selfCheckDraft, type ProbeAnswer } from '../core/sheets/self-check-draft';
import { traceFile } from '../engine/fill';
import { createFolder, createSpreadsheet, saveFile } from '../google/folders';
import { probesOf, scratchName, type Probe } from '../google/probes';
import { tellProgress, today, underLock } from '../google/run-guard';
import { fillNewWorkbook, replaceSheets } from '../google/workbooks';
import { findWorkspace, ownWorkspace, type Workspace } from './steps/find-workspace';
import { busy } from './steps/office-answer';
import { tellRoles } from './set-up-workspace';
import { failureWords } from '../core/base/failure-words';

/** Every question is asked whatever the others gave. `details`: the answers, as they also stand in the JSON file. */
export function selfCheck(editions: Editions): JobAnswer {
  const workspace = ownWorkspace(findWorkspace());
  if ('exit' in workspace) return workspace;
  return underLock(() => checkIn(workspace, editions)) ?? busy;
}

function checkIn(workspace: Workspace, editions: Editions): JobAnswer {
  const edition = firstOf(editions);
  const day = today();
  const folder = createFolder(scratchName(), workspace.root);
  const answers = [...probesOf(edition), documentProbe, jobsProbe(editions)].map((probe) => ask(probe, folder));
  const recorded = JSON.stringify({ day, answers }, null, 2);
  const name = `自检 ${day}.json`;
  const file = saveFile({ id: null, folder, name }, recorded, 'application/json');
  const results = save(workspace, selfCheckDraft(answers, day, edition.sheets), programSheets(edition));
  const other = answers.filter(({ isAsExpected }) => !isAsExpected);
  const lines = other.map((one) => `  ${one.name}：应为 ${one.expected}，实为 ${one.answer}`);
  const lead = `自检 ${String(answers.length)} 项，${String(answers.length - other.length)} 项与程序依赖的相同。`;
  const after = '结果在“结果”的“自检”表里。“自检”开头的文件夹里是试写的文件，可以删去。';
  return {
    exit: other.length === 0 ? 0 : 1,
    text: [lead, ...lines, after].join('\n'),
    files: [
      { what: 'document', name, id: file },
      { what: 'results', name: resultsName, id: results },
    ],
    problems: [],
    summary: null,
    details: answers,
  };
}

/** Whether the part that fills documents and texts is there, of this version, and may be evaluated: any file it makes begins so. */
const documentProbe: Probe = {
  name: '成文的程序（engine-document）',
  expected: '80 75',
  ask: () => traceFile([]).slice(0, 2).join(' '),
};

/** The same of the part with the jobs that an office does now and then: one of them that changes nothing. */
function jobsProbe(editions: Editions): Probe {
  const name = '初始化等功能的程序（seldom-jobs）';
  return { name, expected: '0', ask: () => String(tellRoles({ edition: null, organ: null }, editions).exit) };
}

function ask({ name, expected, ask: put }: Probe, folder: string): ProbeAnswer {
  tellProgress(`自检：${name}`);
  const answer = answerOf(() => put(folder));
  const allowed = expected.split(' 或 ');
  const isAsExpected = allowed.includes(answer) || (expected === '出错' && answer.startsWith('出错'));
  return { name, expected, answer, isAsExpected };
}

function answerOf(work: () => string): string {
  try {
    return work();
  } catch (error) {
    return `出错：${failureWords(error)}`;
  }
}

function save({ results, root }: Workspace, draft: WorkbookDraft, own: readonly string[]): string {
  if (results) {
    replaceSheets(results, draft, own);
    return results.id;
  }
  const id = createSpreadsheet(resultsName, root);
  fillNewWorkbook(id, draft);
  return id;
}
