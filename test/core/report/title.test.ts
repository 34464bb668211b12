import { titleForms } from '../../edition';
import { signingOrgans, titleLines, titleText } from '../../../src/core/report/title';
import { settings } from '../findings/rows-builder';

describe('titleLines', () => {
  it.each([
    ['情况的报告', ['关于2022年法治政府建设情况的报告']],
    ['联合行文', ['中共大张楼镇委员会', '大张楼镇人民政府', '关于2022年法治政府建设情况的报告']],
    ['党委行文', ['中共大张楼镇委员会', '关于2022年法治政府建设情况的报告']],
    ['政府行文', ['大张楼镇人民政府', '关于2022年法治政府建设情况的报告']],
    ['年度报告', ['大张楼镇2022年法治政府建设年度报告']],
    ['工作总结', ['大张楼镇2022年法治政府建设工作总结']],
  ])('%s', (titleForm, lines) => {
    expect(titleLines({ ...settings, titleForm })).toEqual(lines);
  });

  it('knows every form of the settings sheet', () => {
    const titles = titleForms.map((titleForm) => titleText({ ...settings, titleForm }));
    expect(new Set(titles).size).toBe(titleForms.length);
  });

  it('keeps a short organ on the line of its title', () => {
    expect(titleLines({ ...settings, titleForm: '政府行文', governmentName: '甲镇政府' })).toHaveLength(1);
  });
});

it('parts joint organs by a space on one line', () => {
  expect(titleText({ ...settings, titleForm: '联合行文' })).toBe(
    '中共大张楼镇委员会 大张楼镇人民政府关于2022年法治政府建设情况的报告',
  );
});

it('is signed by the organs it names, by both when it names none', () => {
  expect(signingOrgans({ ...settings, titleForm: '党委行文' })).toEqual(['partyName']);
  expect(signingOrgans({ ...settings, titleForm: '情况的报告' })).toEqual(['partyName', 'governmentName']);
});
