/** What a folder of ledgers proposes, before anything is made: the year, the units with their ledgers, the tasks. */
import type { ProposalDetails } from '../../contract/orders';
import { make, makeSection, makeTable } from './make-element';

/** Whether the answer holds a proposal; a refused one holds none. */
export function isProposal(details: unknown): details is ProposalDetails {
  return typeof details === 'object' && details !== null && 'departments' in details && 'tasks' in details;
}

export function proposalView({ year, town, departments, tasks }: ProposalDetails): HTMLElement {
  const own = departments.filter(({ files }) => files.length > 0);
  const others = departments.filter(({ files }) => files.length === 0).map(({ name }) => name);
  return make(
    'div',
    {},
    make(
      'p',
      {},
      `将建立${town ?? '（名称看不出来，请在总表“设置”里填）'}${String(year)}年度的总表，台账复制进“填报”。`,
    ),
    makeSection(
      `单位 ${String(departments.length)} 个`,
      make('ul', {}, ...own.map(({ name, files }) => make('li', {}, `${name}：${files.join('、')}`))),
      others.length === 0 ? '' : make('p', { class: 'hint' }, `没有台账的：${others.join('、')}`),
    ),
    makeSection(
      `任务 ${String(tasks.length)} 项`,
      makeTable(
        '任务',
        { 章节: ({ section }) => section, 任务: ({ title }) => title, 牵头单位: ({ lead }) => lead },
        tasks,
      ),
    ),
  );
}
