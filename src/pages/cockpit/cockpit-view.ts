/** The whole board, from one value. */
import type { Cockpit } from '../../contract/cockpit';
import { make } from '../parts/make-element';
import { coverageBoard, qualityBoard, reminderBoard } from './coverage-board';
import { groupBoard } from './group-board';
import { paperBoard } from './paper-board';
import { historyBoard } from './history-board';
import { overdueBoard } from './overdue-board';
import { paperSheet } from './paper-sheet';
import { standardBoard } from './standard-board';
import { makeTaskBoard } from './task-board';
import { tilesOf } from './tiles';

export function cockpitView(cockpit: Cockpit): HTMLElement {
  const tasks = makeTaskBoard(cockpit);
  return make(
    'div',
    { class: 'board' },
    make('h2', { class: 'whole' }, headText(cockpit)),
    tilesOf(cockpit),
    groupBoard(cockpit, tasks.choose),
    overdueBoard(cockpit),
    standardBoard(cockpit),
    make('div', { class: 'stack' }, coverageBoard(cockpit), reminderBoard(cockpit), qualityBoard(cockpit)),
    paperBoard(cockpit),
    historyBoard(cockpit),
    tasks.element,
    paperSheet(cockpit, headText(cockpit)),
  );
}

function headText({ town, year, edition, asOf, sample }: Cockpit): string {
  return `${town}${String(year)}年度${edition}，核算日 ${asOf}${sample ? '（示例数据，纯属虚构）' : ''}`;
}
