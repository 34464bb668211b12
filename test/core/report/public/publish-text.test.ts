/** One text as it may be public: no number, paper, address or name passes in whatever text; what is none of these is never touched. */
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { ruleOfLaw, workSafety } from '../../../edition';
import { publisherOf } from '../../../../src/core/report/public/publish-text';
import { longIt } from '../../../long';
import { rounds } from '../../../rounds';

const publish = publisherOf(ruleOfLaw.publicRules, ['牛奋斗']);
const now = (text: string): string => publish(text).text;

describe('what must not be public', () => {
  it.each([
    ['联系电话13812345678，欢迎来电。', '联系电话（电话略），欢迎来电。'],
    ['电话138 1234 5678或138-1234-5678', '电话（电话略）或（电话略）'],
    ['１３８１２３４５６７８', '（电话略）'],
    ['一三八一二三四五六七八', '（电话略）'],
    ['138\u200b1234\u200b5678', '（电话略）'],
    ['+86 13812345678', '（电话略）'],
    ['致电0537-6512345、（0537）6512345', '致电（电话略）、（电话略）'],
    ['电话：6512345；传真：651 2345', '电话：（电话略）；传真：（电话略）'],
    ['身份证37082919800101123X', '身份证（证件号略）'],
    ['370829 19800101 1234', '（证件号略）'],
    ['370829800101123', '（证件号略）'],
    ['账号：6222 0212 3456 7890 123', '账号：（账号略）'],
    ['开户账号123456789', '开户账号（账号略）'],
    ['邮箱zhang.san@163.com', '邮箱（邮箱略）'],
    ['ｚｓ＠ｑｑ．ｃｏｍ', '（邮箱略）'],
    ['查扣鲁H12345和鲁H·D12345', '查扣（车牌略）和（车牌略）'],
    ['家住大张楼村12号', '家住（住址略）'],
    ['到幸福路12号院3号楼2单元501室走访', '到（住址略）走访'],
    ['党政办张三主任、镇长李四带队检查', '党政办主任、镇长带队检查'],
    ['王主任强调，欧阳修副主任参加', '主任强调，副主任参加'],
    ['李四同志和艾力·买买提主任', '有关同志和主任'],
    ['当事人赵六、钱七到场', '当事人到场'],
    ['王建国任组长，刘洋任副组长', '任组长，任副组长'],
    ['律师事务所主任周正律师', '律师事务所主任律师'],
    ['网格员陈静入户走访200户', '网格员入户走访200户'],
    ['所长 孙  强 组织宣传，张　强同志到场', '所长  组织宣传，有关同志到场'],
    ['与孟庆山、高洁、马超三人签订协议', '与、、三人签订协议'],
    ['赵六、钱七同志', '有关、有关同志'],
    ['司法所王所长、李主任到村', '司法所所长、主任到村'],
    ['罚款对象为嘉祥县鑫达建材有限公司。', '罚款对象为有关单位。'],
    ['联系人：赵敏，0537-6789012转803。', '联系人：有关人员，（电话略）。'],
    ['护照号E12345678，统一社会信用代码91370829MA3ABCDE1X', '护照号（证件号略），统一社会信用代码（证件号略）'],
    ['标兵朱秀兰事迹', '标兵事迹'],
    ['赵六诉镇政府一案', '当事人诉镇政府一案'],
    ['当事人大发商贸有限公司已改正', '当事人已改正'],
    ['王某某不服处罚决定', '有关人员不服处罚决定'],
    ['牛奋斗参加了会议', '有关人员参加了会议'],
    ['详见附件总表.xlsx 任务!D7，共3项', '详见附件有关材料，共3项'],
    ['见单元格B3', '见有关表格'],
    ['老赵牵头，由小李配合，阿强参加。', '有关人员牵头，由有关人员配合，有关人员参加。'],
    ['赵哥、刘姐、网格员王主任到场', '有关哥、有关姐、网格员到场'],
    ['由Zhang Wei同志牵头，ZhangW、LI SI参加', '由有关人员同志牵头，有关人员、有关人员参加'],
    ['联系人：ZW，Tom经理', '联系人：有关人员，有关人员经理'],
    ['当事人Z某、张W、王X和张××、李*强', '当事人有关人员、有关人员、有关人员和有关人员、有关人员'],
    ['村党总支书记张大山、村“两委”干部王建国', '村党总支书记、村“两委”干部'],
    ['赵六与钱七土地纠纷一案', '当事人双方土地纠纷一案'],
    ['联系壹叁捌零零壹叁捌零零零，二〇二二年十一月办结', '联系（号码略），二〇二二年十一月办结'],
    ['调解李建国与邻居的宅基地矛盾，化解和谐村与邻里关系', '调解当事人与邻居的宅基地矛盾，化解和谐村与邻里关系'],
    ['李建国非法占地案，责令李建国限期拆除', '当事人非法占地案，责令限期拆除'],
    ['王秀兰，女，68岁；刘洋（男，35岁）', '有关人员，女，68岁；有关人员（男，35岁）'],
    ['王秀兰反映的低保问题', '当事人反映的低保问题'],
    ['为王秀兰追回工资', '为当事人追回工资'],
    ['身份证号 3708291980****123X，卡6222****1234', '身份证号 （号码略），卡（号码略）'],
    ['ＱＱ群12345678，VX：zhang8899，短号668899', 'ＱＱ群（账号略），VX：（账号略），短号（账号略）'],
    ['鲁 H 12345和WJ鲁12345', '（车牌略）和（车牌略）'],
    ['大张楼村3组12号、人民路18号、建设街12-3号', '（住址略）、（住址略）、（住址略）'],
    ['幸福小区5-2-301，大张楼村十二号', '（住址略），（住址略）'],
    ['存于D:\\法治\\名单.xlsx，/home/zhang/台账', '存于有关材料，有关材料'],
    ['详见“名单（终稿）.docx”', '详见“有关材料”'],
    ['\\\\192.168.1.10\\共享', '有关材料'],
    ['https://pan.baidu.com/s/1abcDEF 提取码：ab12', '（网址略） 提取码：（密码略）'],
    ['http://10.2.3.4:8080/oa', '（网址略）'],
    ['见任务进展表D7、附件1第3行', '见任务进展表有关内容、附件1有关内容'],
    ['行政执法证号：鲁H0823001', '行政执法证号：（号码略）'],
    ['微信号abc_1234', '微信号（账号略）'],
    ['先说这些。仅供内部掌握的数字不列。全年组织3次。', '先说这些。全年组织3次。'],
    ['【内部】只给领导看的数字。', ''],
    ['（2022）鲁0829行初12号案已判决', '（案号略）案已判决'],
    ['举报人系王建国', '举报人系有关人员'],
    ['牛 奋 斗和牛　奋　斗', '有关人员和有关人员'],
    ['(2023)鲁08民终1234号之一、（2021）最高法行申123号', '（案号略）、（案号略）'],
    ['（2015）嘉民一初字第 00123 号', '（案号略）'],
    ['案号：（2024）鲁0829执恢56号', '案号：（案号略）'],
    ['〔2022〕鲁0829刑初7号', '（案号略）'],
    ['对象，男，1985年3月生，初中', '对象，男，（出生日期略），初中'],
    ['1985年3月2日出生，住本村', '（出生日期略），住本村'],
    ['出生日期：1985-03-02，出生于1990年', '出生日期：（出生日期略），出生于（出生日期略）'],
    ['本人生于1972.8.15', '本人生于（出生日期略）'],
    ['男（1966年生）', '男（（出生日期略））'],
    ['1985年3月2日出生于本村，系1990年生人', '（出生日期略）于本村，系（出生日期略）'],
    ['1985年3月出生的村民', '（出生日期略）的村民'],
    ['（2024）鲁08行终12、13号，2024鲁0829行初12号', '（案号略），（案号略）'],
  ])('%s', (written, published) => {
    expect(now(written)).toBe(published);
  });

  it.each([
    ['电话138\n        1234\t\t\t\t5678', '电话（电话略）'],
    ['13812\r\n      345678', '（电话略）'],
    ['37\n0829198001011235', '（证件号略）'],
    ['3708291980\n          01011235', '（证件号略）'],
    ['370829 1980 01 01 1235', '（证件号略）'],
    ['370829/19800101/1235', '（证件号略）'],
    ['3 7 0 8 2 9 1 9 8 0 0 1 0 1 0 1 1 X', '（证件号略）'],
    ['37 0829 198001010 11\n  X', '（证件号略）'],
    ['电话：65123\n45', '电话：（电话略）'],
    ['账号：123\n45\n6789', '账号：（账号略）'],
    ['身份证：37082919\n8001\n01123', '身份证：（证件号略）'],
  ])('a number that is broken by lines or wide gaps: %j', (written, published) => {
    expect(now(written)).toBe(published);
  });

  it('is told with what stood there in the writer’s own signs, the rule and what was done', () => {
    expect(publish('电话１３８１２３４５６７８。').changes).toEqual([
      { rule: '手机号', does: 'mask', actual: '１３８１２３４５６７８', instead: '（电话略）' },
    ]);
    expect(publish('【内部】底数。').changes).toEqual([
      { rule: '内部标记', does: 'drop-text', actual: '【内部】底数。', instead: '' },
    ]);
  });
});

describe('a mark of secrecy', () => {
  const stops = (text: string): boolean => publish(text).changes.some(({ does }) => does === 'stop');

  it.each([
    '机密★1年',
    '【涉密】材料',
    '（秘密）',
    '绝密',
    '密级：机密',
    '此件涉密，不得公开',
    '机密级',
    '［涉密］',
    '涉密，请勿外传',
  ])('stops: %s', (text) => {
    expect(stops(text)).toBe(true);
  });

  it.each([
    '做好保密工作',
    '开展涉密人员培训',
    '保守国家秘密、商业秘密',
    '分为绝密、机密、秘密三级',
    '是否涉密：否',
    '涉密：否',
    '加强涉密文件管理',
  ])('is not: %s', (text) => {
    expect(stops(text)).toBe(false);
  });
});

it.each([
  '2022年生产安全事故0起，2022年生态环境检查3次，自2021年12月生效。',
  '2022年出生人口120人，2022年12月出生缺陷筛查30人。',
  '事故发生于2022年3月，纠纷产生于2019年，1985年建村。',
  '按国办发（2022）12号、鲁政〔2022〕15号文件办理，嘉市监罚〔2022〕7号已公示。',
  '（2022）第3号议案、2022年民生实事12号清单。',
  '发展小麦、小米种植，推广小车检测。',
  '老旧小区改造，小康村建设，小高层住宅。',
  'A级景区、C类企业，甲A标段，全年X光检查3次。',
  '使用APP、WiFi办公，接入12345热线。',
  '对严重违法行为作出处罚，严厉打击非法占用耕地。',
  '对安全生产违法行为处以罚款5000元。',
  '高校与施工单位签订合同，长5×宽3米。',
  '第3行动小组，第12行业分会。',
  '成立1号工程专班，3号标段、国道105号桥。',
  '责令限期整改，责令停业整顿，责令经营者改正。',
  '广大干部群众安居乐业，党员干部带头学法。',
  '公示网址www.jiaxiang.gov.cn，政府公报2022年第3期。',
  '依法追回款项5万元，群众反映的问题逐件办理。',
  '0\n5000\n30000\n2345',
  '12\n34\n56\n78\n90\n12',
  '2022        12        31        2023        1        15',
  '370829 1980 01 01 1234',
])('ordinary words stay: %s', (text) => {
  expect(publish(text)).toEqual({ text, changes: [] });
});

const surnames = [
  '张',
  '王',
  '李',
  '赵',
  '刘',
  '陈',
  '杨',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '马',
  '胡',
  '欧阳',
  '司马',
  '郭',
  '高',
  '何',
];
const given = Array.from('建国军伟芳娜秀英敏静丽强磊洋艳勇杰娟涛超霞桂兰玉梅红志东海龙文辉');
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''));
const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(2, '0'));
const name = fc
  .tuple(fc.constantFrom(...surnames), fc.array(fc.constantFrom(...given), { minLength: 1, maxLength: 2 }))
  .map(([surname, rest]) => surname + rest.join(''))
  // Common words are no names: a person called so is not recognised.
  .filter(
    (one) => !ruleOfLaw.publicRules.some(({ finds, words }) => finds === 'no-names' && words.includes(one.slice(0, 2))),
  );
const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The figures as people write them: together, in groups, wide, with something unseen in between. */
function dressed(number: string, sizes: readonly number[]): fc.Arbitrary<string> {
  const groups = sizes.map((size, index) => {
    const start = sizes.slice(0, index).reduce((sum, one) => sum + one, 0);
    return number.slice(start, start + size);
  });
  return fc.oneof(
    fc.constant(number),
    fc.constant(wide(number)),
    fc.constant(Array.from(number).join('\u200b')),
    fc.constantFrom(' ', '-', '\u3000', '—', '  ', '\u00a0').map((sign) => groups.join(sign)),
  );
}

const mobile = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(9))
  .chain(([second, rest]) => dressed(`1${second}${rest}`, [3, 4, 4]));
const landline = fc
  .tuple(
    fc.constantFrom('010', '0537', '0531', '021'),
    fc.constantFrom('2', '6', '8'),
    digits(6),
    fc.constantFrom('-', ' ', '）', '－'),
  )
  .map(([area, first, rest, sign]) => `${sign === '）' ? '（' : ''}${area}${sign}${first}${rest}`);
const paper = fc
  .tuple(
    digits(5),
    fc.integer({ min: 1930, max: 2015 }),
    two(12),
    two(28),
    digits(3),
    fc.constantFrom('1', '7', 'X', 'x'),
  )
  .chain(([area, year, month, day, number, last]) =>
    dressed(`3${area}${String(year)}${month}${day}${number}`, [6, 8, 3]).map(
      (all) => all + (/[\uff10-\uff19]/u.test(all) ? wide(last) : last),
    ),
  );
const oldPaper = fc
  .tuple(digits(5), two(99), two(12), two(28), digits(3))
  .map(([area, year, month, day, number]) => `3${area}${year}${month}${day}${number}`);
const account = fc
  .integer({ min: 16, max: 19 })
  .chain((length) => digits(length - 4).chain((rest) => dressed(`6222${rest}`, [4, 4, 4, length - 12])));
const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
const latin = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: most }).map((list) => list.join(''));
const mail = fc
  .tuple(latin(12), latin(10), fc.constantFrom('com', 'cn', 'gov.cn', 'net'), fc.boolean())
  .map(([box, host, end, isWide]) => (isWide ? wide(`${box}@${host}.${end}`) : `${box}@${host}.${end}`));
const plate = fc
  .tuple(fc.constantFrom('鲁', '京', '苏', '豫'), fc.constantFrom('A', 'H', 'R'), digits(5))
  .map(([place, letter, number]) => `${place}${letter}${number}`);
const titled = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('主任', '副书记', '镇长', '所长', '同志', '律师', '先生', '女士'))
    .map(([who, title]) => ({ secret: who, text: who + title })),
  fc
    .tuple(name, fc.constantFrom('镇长', '主任', '当事人', '村民', '原告', '举报人', '民警', '负责人：', '联系人 '))
    .map(([who, title]) => ({ secret: who, text: title + who })),
);
const asIs = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<{ secret: string; text: string }> =>
  arbitrary.map((text) => ({ secret: text, text }));

const planted = fc.oneof(titled, ...[mobile, landline, paper, oldPaper, account, mail, plate].map(asIs));
/** Whatever may stand around: words, punctuation of both kinds, nothing. */
const around = fc.oneof(
  fc.constantFrom('', '，', '。', '（', '“', ',', ' ', '\n', '、', '：', ';', '《', '【', '——', '*', '|', '\t'),
  fc.constantFrom('经查', '由', '会议要求', '拨打', '据', '通知', '与', '请找', '已经', '全年共', '请', '欢迎'),
);

describe('laws', () => {
  it('nothing drawn passes, in whatever text and punctuation', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(around, planted, around), { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.map(([before, { text: inside }, after]) => `${before}${inside}${after}。`).join('工作');
        const published = now(text);
        const plain = published.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
        for (const [, { secret }] of pieces) {
          const key = secret.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
          if (plain.includes(key)) throw new Error(`${secret} in ${published} of ${text}`);
        }
      }),
      { numRuns: rounds(2000) },
    );
  });

  it('what is published is not changed again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            around,
            planted.map(({ text }) => text),
          ),
          { maxLength: 8 },
        ),
        (pieces) => {
          const published = now(pieces.join(''));
          expect(now(published)).toBe(published);
        },
      ),
    );
  });

  it('ordinary sentences are never touched', () => {
    const figure = fc.oneof(
      fc.nat(99_999).map(String),
      fc.double({ min: 0, max: 99_999, noNaN: true }).map((value) => value.toFixed(2)),
      fc.integer({ min: 1000, max: 9_999_999 }).map((value) => value.toLocaleString('en-US')),
      fc.integer({ min: 2000, max: 2030 }).map((year) => `${String(year)}年`),
      fc
        .tuple(fc.integer({ min: 2000, max: 2030 }), two(12), two(28), fc.constantFrom('-', '.', '/'))
        .map(([year, month, day, sign]) => [year, month, day].join(sign)),
      fc
        .tuple(fc.constantFrom('国发', '鲁政办发', '大法治组'), fc.integer({ min: 2010, max: 2026 }), fc.nat(200))
        .map(([organ, year, number]) => `${organ}〔${String(year)}〕${String(number)}号`),
      fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, part]) => `${String(whole)}.${String(part)}万元`),
      fc.constantFrom('86.8%', '12345热线', '2018-2022年', '上午8:30—11:30', '3-5次', '第12条', '5000余人'),
    );
    const units = ['次', '件', '场次', '人次', '份', '名', '个', '元', '万元', '%', '起', '家', '', '平方米'];
    const words = ordinary.slice(0, 400);
    const sentence = fc
      .array(fc.tuple(fc.constantFrom(...words), figure, fc.constantFrom(...units)), { minLength: 1, maxLength: 5 })
      .map((parts) => `${parts.map((part) => part.join('')).join('，')}。`);
    fc.assert(
      fc.property(sentence, (text) => {
        expect(publish(text)).toEqual({ text, changes: [] });
      }),
      { numRuns: rounds(1000) },
    );
  });
});

/** The office's own words: of the tables and templates of both editions, without tags. */
const ordinary = ['rule-of-law', 'work-safety']
  .flatMap((key) => [
    readFileSync(`templates/${key}/年度报告.txt`, 'utf8'),
    ...['areas.tsv', 'tasks.tsv', 'indicators.tsv'].map((file) => readFileSync(`src/editions/${key}/${file}`, 'utf8')),
  ])
  .concat(progressTexts())
  .flatMap((text) => text.split('\n').filter((line) => !/^[#/]/u.test(line)))
  .flatMap((line) => line.replace(/\{\{[^{}]*\}\}/gu, '').split(/[\t，。；‖|]/u))
  .map((words) => words.trim())
  .filter((words) => /^[\p{Script=Han}“”《》（）、\d]{3,}$/u.test(words));

function progressTexts(): string[] {
  const folder = 'examples/source/dazhanglou-2022/填报';
  return readdirSync(folder).map((name) => readFileSync(`${folder}/${name}/任务进展.tsv`, 'utf8'));
}

describe('ordinary texts', () => {
  it('of both editions and the example stay as they are', () => {
    expect(ordinary.length).toBeGreaterThan(800);
    const safety = publisherOf(workSafety.publicRules, []);
    const touched = ordinary.flatMap((text) =>
      [...publish(text).changes, ...safety(text).changes].map(({ actual, rule }) => `${text}: ${rule} ${actual}`),
    );
    expect(touched).toEqual([]);
  });
});

describe('texts made to do harm', () => {
  const long = 40_000;
  longIt.each([
    ['1'.repeat(long)],
    ['1 '.repeat(long / 2)],
    ['13812345678'.repeat(long / 11)],
    ['a@'.repeat(long / 2)],
    ['a.b'.repeat(long / 3)],
    ['主任'.repeat(long / 2)],
    ['张'.repeat(long)],
    ['张三、'.repeat(long / 3)],
    [`当事人${'张三、'.repeat(long / 3)}`],
    ['内部'.repeat(long / 2)],
    ['仅供内部'.repeat(long / 4)],
    ['某'.repeat(long)],
    ['村1号'.repeat(long / 3)],
    ['1号楼'.repeat(long / 3)],
    ['!A1'.repeat(long / 3)],
    ['.xlsx'.repeat(long / 5)],
    ['鲁H'.repeat(long / 2)],
    ['一'.repeat(long)],
    [' '.repeat(long)],
    ['电话'.repeat(long / 2)],
    ['家住'.repeat(long / 2)],
    ['QQ'.repeat(long / 2)],
    ['机密★'.repeat(long / 3)],
    ['张×'.repeat(long / 2)],
    ['Zhang '.repeat(long / 6)],
    ['小张'.repeat(long / 2)],
    ['名(a)'.repeat(long / 4)],
    ['/home/'.repeat(long / 6)],
    ['pan.baidu.com'.repeat(long / 13)],
    ['张三与'.repeat(long / 3)],
  ])('come to an end', (text) => {
    expect(publish(text).text.length).toBeLessThanOrEqual(text.length * 4);
  });
});
