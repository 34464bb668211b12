/** The names a new hub begins with, from the name an office was set up by. */
import { organNames } from '../../../src/core/sheets/organ-names';
import { organNamed } from '../../../src/core/settings/organ-of-hub';
import { editions, ruleOfLaw } from '../../edition';

function namesOf(text: string): ReturnType<typeof organNames> {
  const choice = organNamed(text, ruleOfLaw);
  const edition = choice && editions.open(ruleOfLaw.name, choice);
  if (edition === null) throw new Error(`no organ ${text}`);
  return organNames(text, edition);
}

it.each([
  ['嘉祥县大张楼镇', '大张楼镇', '中共嘉祥县大张楼镇委员会', '嘉祥县大张楼镇人民政府'],
  ['济宁市任城区柳行街道', '柳行街道', '中共济宁市任城区柳行街道工作委员会', '济宁市任城区人民政府柳行街道办事处'],
  ['滕州市市中街道', '市中街道', '中共滕州市市中街道工作委员会', '滕州市人民政府市中街道办事处'],
  ['曲阜市城前乡', '城前乡', '中共曲阜市城前乡委员会', '曲阜市城前乡人民政府'],
  ['嘉祥县司法局', '嘉祥县司法局', '中共嘉祥县司法局党组', '嘉祥县司法局'],
  ['曲阜市市场监督管理局', '曲阜市市场监督管理局', '中共曲阜市市场监督管理局党组', '曲阜市市场监督管理局'],
])('%s', (text, town, partyName, governmentName) => {
  expect(namesOf(text)).toEqual({ town, partyName, governmentName });
});

it.each(['柳行街道', '司法局', '市场监督管理局'])(
  '%s: of what nobody said where it is nothing is written in full',
  (text) => {
    expect(namesOf(text)).toEqual({ town: text });
  },
);

it.each(ruleOfLaw.organs.flatMap(({ kind, synonyms }) => [kind, ...synonyms]))('%s names no organ', (text) => {
  expect(namesOf(text)).toEqual({});
});

it('a name with more behind it is not taken apart', () => {
  expect(namesOf('嘉祥县大张楼镇人民政府')).toEqual({});
});
