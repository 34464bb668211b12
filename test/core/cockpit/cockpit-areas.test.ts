/** What the cockpit says is to be done about a weak area, and by whom. */
import { cockpitAreas } from '../../../src/core/cockpit/cockpit-areas';
import type { ToldArea } from '../../../src/core/findings/findings';

const printed = (text: string): ToldArea['problem'] => ({ text, sources: [] });

const area = (plans: readonly { readonly action: string; readonly lead: string }[]): ToldArea =>
  ({
    ...{ finding: { area: '培训', isWeakness: true, tasks: [] }, items: [] },
    ...{ problem: printed('学时不足'), figures: printed(''), cause: printed('') },
    plans: plans.map(({ action, lead }) => ({ action: printed(action), lead, plan: '队伍建设' })),
  }) as unknown as ToldArea;

it('each measure names who leads it, and nobody where nobody is named', () => {
  const plans = [
    { action: '按季度补足学时', lead: '司法所' },
    { action: '压实责任', lead: '' },
  ];
  expect(cockpitAreas([area(plans)])[0]?.measures).toEqual(['司法所牵头，按季度补足学时', '压实责任']);
});
