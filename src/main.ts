/** What Apps Script and the command line may call. Each export becomes one top-level function of the pushed file. */
import { addMenu, showText } from './google/menu';
import { checkSheets as check } from './jobs/check-sheets';
import { checkTemplate as checkOne, type CheckOrder } from './jobs/check-template';
import { fillTemplate as fill, type FillOrder } from './jobs/fill-template';
import { generateReport as generate } from './jobs/generate-report';
import type { JobAnswer } from './jobs/job-answer';
import { setUpWorkspace as setUp, type SetUpOptions } from './jobs/set-up-workspace';

/** Simple trigger: builds the menu. */
export function onOpen(): void {
  addMenu([
    ['初始化', 'menuSetUp'],
    ['检查填报', 'menuCheck'],
    ['生成年度报告', 'menuReport'],
  ]);
}

/** Menu 初始化. */
export function menuSetUp(): void {
  tell('初始化', setUp({ hubOnly: false, year: null }));
}

/** Menu 检查填报. */
export function menuCheck(): void {
  tell('检查填报', check());
}

/** Menu 生成年度报告. */
export function menuReport(): void {
  tell('生成年度报告', generate());
}

/** `nianbao init`: options and answer are JSON. */
export function setUpWorkspace(options: string): string {
  return JSON.stringify(setUp(JSON.parse(options) as SetUpOptions));
}

/** `nianbao fill`: order and answer are JSON. */
export function fillTemplate(order: string): string {
  return JSON.stringify(fill(JSON.parse(order) as FillOrder));
}

/** `nianbao template check`: order and answer are JSON. */
export function checkTemplate(order: string): string {
  return JSON.stringify(checkOne(JSON.parse(order) as CheckOrder));
}

/** `nianbao check`: the answer is JSON. */
export function checkSheets(): string {
  return JSON.stringify(check());
}

/** `nianbao report`: the answer is JSON. */
export function generateReport(): string {
  return JSON.stringify(generate());
}

function tell(title: string, answer: JobAnswer): void {
  showText(title, answer.text);
}
