/**
 * Each condition of the template of the annual report is taken to hold always. In one of many invented offices the checker of
 * reports must say so, or the condition stands with an argument in test/claims/conditions.tsv.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { claims } from './claims.mjs';
import { markedTemplate, readMarked } from './marked-template.mjs';

const folder = 'build/out/tests/claim-conditions';
const template = 'build/out/templates/rule-of-law/年度报告.docx';
const body = 'word/document.xml';

/** In how many offices one condition is tried at most, where the text changes and the checker says nothing. */
const mostTries = 8;

/** `runs` offices, the first of them of the number `first`. */
export async function proveClaimConditions(first, runs) {
  mkdirSync(folder, { recursive: true });
  const parts = unzipSync(readFileSync(template));
  const { xml, conditions: named } = markedTemplate(strFromU8(parts[body]));
  const templateFile = resolve(folder, '年度报告.docx');
  writeFileSync(templateFile, zipSync({ ...parts, [body]: strToU8(xml) }, { level: 1 }));
  const conditions = named.map((key, index) => ({ index, key, noticed: null, changed: [] }));
  for (const plan of claims.conditionPlans(first, runs)) await tryOffice(plan, { templateFile, conditions });
  return verdict(conditions);
}

function verdict(conditions) {
  const argued = arguedConditions();
  const open = conditions.filter(({ noticed, key }) => noticed === null && !argued.has(key));
  const noticed = new Set(conditions.flatMap((one) => (one.noticed === null ? [] : [one.key])));
  const gone = [...argued].filter((key) => !conditions.some((one) => one.key === key));
  return {
    injected: conditions.length,
    survived: conditions.length - open.length,
    faults: [...open.map(told), ...gone.map((key) => `argued, and not in the template: ${key}`)],
    more: [
      `noticed: ${String(conditions.filter((one) => one.noticed !== null).length)}, argued: ${String(argued.size)}`,
      ...[...argued].filter((key) => noticed.has(key)).map((key) => `argued, though noticed: ${key}`),
    ].join('\n'),
  };
}

function told({ key, changed }) {
  return changed.length === 0 ? `changes nothing: ${key}` : `not noticed: ${key}\n      ${changed.join('\n      ')}`;
}

/** One run prints both sides of each condition; what the report would be without one of them is put together from that. */
async function tryOffice(plan, { templateFile, conditions }) {
  const made = await claims.reportOn(plan, { templateFile });
  const isBeside = made.published !== null && made.published !== made.report;
  const reports = isBeside ? [made.report, made.published] : [made.report];
  for (const report of reports) {
    const isPublic = report === made.published;
    tryReport({ plan, made, isPublic, reportWithout: readMarked(report) }, conditions);
  }
}

function tryReport({ plan, made, isPublic, reportWithout }, conditions) {
  const withReport = (report) => asIfMade(made, report, isPublic);
  const usual = reportWithout(null);
  const known = new Set(saidOf(plan, withReport(usual)));
  for (const one of conditions.filter(({ noticed, changed }) => noticed === null && changed.length < mostTries)) {
    const report = reportWithout(one.index);
    if (textOf(report) === textOf(usual)) continue;
    one.noticed = saidOf(plan, withReport(report)).find((found) => !known.has(found)) ?? null;
    if (one.noticed === null) one.changed.push(`${plan.shape}: ${newIn(textOf(report), textOf(usual))}`);
  }
}

/** The run ends with exit 1 and an error by whatever gap there is. */
function asIfMade(made, report, isPublic) {
  const hasGap = textOf(report).includes('【待补');
  const others = made.ending.problems.filter(({ code }) => code !== 'value-missing');
  const problems = hasGap ? [...others, { code: 'value-missing', level: '错误', reason: '', actual: '' }] : others;
  const exit = hasGap || others.some(({ level }) => level === '错误') ? 1 : 0;
  return { ...made, report, published: isPublic ? report : null, ending: { exit, problems } };
}

function saidOf(plan, made) {
  return claims.verdictOn(plan, made).differences.map((one) => claims.differenceText(plan.seed, one));
}

function textOf(report) {
  return [...report.paragraphs, ...report.rows.flat()].join('\n');
}

/** The first place where the text differs, with some words around it. */
function newIn(text, usual) {
  let at = 0;
  while (text[at] === usual[at]) at++;
  return text.slice(Math.max(0, at - 24), at + 60).replaceAll('\n', '⏎');
}

function arguedConditions() {
  const lines = readFileSync('test/claims/conditions.tsv', 'utf8').split('\n');
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t')[0]));
}
