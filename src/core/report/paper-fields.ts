/** Fields of the paper itself: year, names, title, addressee, signature, switches. */
import { longDay } from '../base/day';
import { placeText, type Place } from '../base/place';
import type { Edition } from '../edition/edition';
import { textSetting, type Settings } from '../settings/settings';
import type { Column, Columns } from '../tables/sheet';
import { gapText, traced, type Traced } from '../../engine/fill';
import { count, date, flag, list, number, record, text, truth, words, type Declarations } from './declare';
import { settingSource, type ReportInput } from './report-input';
import { width } from './text-width';
import { nextPeriod, periodWords, statedEnd, yearAndPeriod } from './period-words';
import { signingOrgans, titleLines, titleText } from './title';

const switches: Declarations<ReportInput> = {
  基本情况: flag('第一部分的二级标题与正文接排', ({ settings }) =>
    truth(settings.situationHeadings === 'run-in', settingSource(settings, 'situationHeadings')),
  ),
  工作计划: flag('工作计划部分的二级标题与正文接排', ({ settings }) =>
    truth(settings.planHeadings === 'run-in', settingSource(settings, 'planHeadings')),
  ),
};

/** Fields that stand in the settings or follow from them alone. */
export function paperFields(edition: Edition): Declarations<ReportInput> {
  return {
    ...fixedFields,
    ...organFields(edition),
    现行: record('党的会议、规划、法律，不在报告的时间以内的没有', currentFields(edition)),
    ...Object.fromEntries(Object.entries(edition.sheets.settings.columns).flatMap(settingField)),
  };
}

/** The words that differ between organs, those that are not for the tables alone. */
function organFields({ wordRules }: Edition): Declarations<ReportInput> {
  const printed = wordRules.filter(({ help }) => help !== '');
  return Object.fromEntries(
    printed.map(({ word, help }) => [
      word,
      text<ReportInput>(help, ({ settings }) =>
        words(settings.edition.organ.words[word] ?? '', settingSource(settings, 'organKind')),
      ),
    ]),
  );
}

/** What holds in some years only and stands in no setting of its own. */
function currentFields({ times }: Edition): Declarations<ReportInput> {
  const named = times.filter(({ setting }) => setting === '');
  const helps = new Map(
    named.map(({ name }) => [name, named.filter((one) => one.name === name).map(({ value }) => value)]),
  );
  return Object.fromEntries(
    [...helps].map(([name, values]) => [
      name,
      text<ReportInput>([...new Set(values)].join('、'), ({ settings }) => words(settings.current[name] ?? '')),
    ]),
  );
}

/** What every edition's report has. */
const fixedFields: Declarations<ReportInput> = {
  年度: number('报告年度，如 2022', ({ settings }) => yearOf(settings, 0)),
  下一年度: number('报告年度的下一年，如 2023', ({ settings }) => yearOf(settings, 1)),
  时段: text('数据是哪一段时间的：全年、上半年、1至9月、截至9月15日', ({ settings }) =>
    words(periodWords(settings.lastDay), settingSource(settings, 'cutoff', 'asOf')),
  ),
  年度时段: text('报告写的是哪一段时间，按统计截止日：2022年、2022年上半年', ({ settings }) =>
    words(yearAndPeriod(statedEnd(settings)), settingSource(settings, 'reportYear', 'cutoff')),
  ),
  下一时段: text('打算写的是哪一段时间：2023年、2022年下半年', ({ settings }) =>
    words(nextPeriod(statedEnd(settings)), settingSource(settings, 'reportYear', 'cutoff')),
  ),
  整年: flag('统计截止日和核算日都到了年底', ({ settings }) =>
    truth(settings.lastDay.endsWith('-12-31'), settingSource(settings, 'cutoff', 'asOf')),
  ),
  单位简称: text('机关的简称，来自总表的“设置”', ({ settings }) => settingText(settings, 'town', settings.town)),
  统计截止日: date('数据统计到哪一天', ({ settings }) => dayOf(settings, 'cutoff')),
  核算日: date('任务进度核算到哪一天', ({ settings }) => dayOf(settings, 'asOf')),
  标题: text('公文标题，写成一行', ({ settings }) => title(settings, titleText(settings))),
  标题分行: text('公文标题，按词意分行', ({ settings }) => title(settings, titleLines(settings).join('\n'))),
  落款: list('署名，按标题形式；“前空”是左边的空格', signatures, {
    名称: text('署名单位', (line) => line.name),
    前空: text('署名前的空格', (line) => line.before),
  }),
  成文日期: date('成文日期，如 2023年2月18日', ({ settings }) => dayOf(settings, 'signDate')),
  成文日期前空: text('成文日期前的空格', ({ settings }) => spaces(layout(settings).beforeDate)),
  接排: record('标题与正文接排还是单独成行', switches),
  示例: flag('示例数据，每页页眉注明', ({ settings }) => truth(settings.sample, settingSource(settings, 'sample'))),
  附数据表: flag('报告后附各项指标的数据表', ({ settings }) =>
    truth(settings.attachTable, settingSource(settings, 'attachTable')),
  ),
  零报告: flag('填了 0 的事也写一句“没有发生”', ({ settings }) =>
    truth(settings.zeroReports, settingSource(settings, 'zeroReports')),
  ),
  公开版: flag('向社会公开的版本', ({ settings }) => truth(settings.isPublic, settingSource(settings, 'isPublic'))),
};

/** A text or a number of the 设置 sheet under the name the edition prints it by; none for what is not printed. */
function settingField([field, { printedAs, help, type, header }]: [string, Column]): readonly (readonly [
  string,
  Declarations<ReportInput>[string],
])[] {
  if (printedAs === '') return [];
  if (type === 'integer') {
    return [[printedAs, number(help, ({ settings }) => numberOf(settings, header, settingSource(settings, field)))]];
  }
  return [[printedAs, text(help, ({ settings }) => settingText(settings, field, textSetting(settings, field)))]];
}

/** A setting that is missing is called what its cell in the hub is called: a bureau has no 镇名. */
function settingText(settings: Settings, field: string, content: string): Traced {
  return { ...words(content, settingSource(settings, field)), called: settingHeader(settings, field) };
}

function settingHeader({ edition }: Settings, field: string): string {
  const columns: Columns = edition.sheets.settings.columns;
  return columns[field]?.header ?? field;
}

function numberOf({ numbers }: Settings, name: string, sources: readonly Place[]): Traced {
  const value = numbers.get(name)?.value ?? null;
  return value === null ? { ...traced(null, '', sources.map(placeText)), called: name } : count(value, sources);
}

function yearOf(settings: Settings, later: number): Traced {
  return count(settings.reportYear + later, settingSource(settings, 'reportYear'));
}

function dayOf(settings: Settings, name: 'cutoff' | 'asOf' | 'signDate'): Traced {
  const day = settings[name];
  return traced(day, day === null ? '' : longDay(day), settingSource(settings, name).map(placeText));
}

function title(settings: Settings, content: string): Traced {
  return words(content, settingSource(settings, 'titleForm', 'reportYear'));
}

/** Laid out by what will be printed: a missing name or date leaves a gap of its own width. */
function layout(settings: Settings): ReturnType<typeof layOutSignature> {
  const names = signingOrgans(settings).map((name) => settings[name] || gapText(settingHeader(settings, name)));
  const { signDate } = settings;
  return layOutSignature(names, signDate === null ? gapText('成文日期') : longDay(signDate));
}

/** No space at all is still a value, not a gap. */
function spaces(before: string): Traced {
  return traced(before, before);
}

function signatures({ settings }: ReportInput): readonly { readonly name: Traced; readonly before: Traced }[] {
  const before = spaces(layout(settings).beforeNames);
  return signingOrgans(settings).map((name) => ({
    name: settingText(settings, name, settings[name]),
    before,
  }));
}

/** Characters in a line of the type area. */
const line = 28;
/** Characters kept free at the right, and by which the date starts to the right of the signatures. */
const shift = 2;

/** Where the signatures and the date stand: ideographic spaces before each (GB/T 9704—2012, 7.3.5.2: a document without seals). */
export interface SignatureLayout {
  readonly beforeNames: string;
  readonly beforeDate: string;
}

/**
 * The longest signature ends two characters before the edge and all start below one another; the date starts two
 * characters further right. Where the date is longer it keeps the two characters and the signatures move left.
 */
export function layOutSignature(names: readonly string[], date: string): SignatureLayout {
  const longest = Math.max(0, ...names.map(width));
  const dateWidth = width(date);
  const left = dateWidth > longest ? line - 2 * shift - dateWidth : line - shift - longest;
  return { beforeNames: blanks(left), beforeDate: blanks(left + shift) };
}

function blanks(characters: number): string {
  return '\u3000'.repeat(Math.max(0, Math.floor(characters)));
}
