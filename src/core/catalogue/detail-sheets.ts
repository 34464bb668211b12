/** The sheets of a department's workbook that hold staff and single events: 执法队伍, 培训明细, 普法明细, 案件明细. */
import { column, type Form, type Table } from '../tables/sheet';

const people = { unit: '名' } as const;

export const teamForm = {
  kind: 'form',
  title: '执法队伍',
  synonyms: ['执法人员', '队伍情况'],
  help: '只填年末人数，不填姓名和证件号码。没有的填 0。',
  columns: {
    quota: column('编制', 'quantity', {
      ...people,
      synonyms: ['执法编制', '编制数'],
      required: true,
      help: '核定的执法编制数',
    }),
    established: column('在编', 'quantity', {
      ...people,
      synonyms: ['在编人数', '执法在编'],
      required: true,
      help: '实有在编执法人数；超编的请在“问题与建议”说明',
    }),
    onDuty: column('在岗执法人员', 'quantity', {
      ...people,
      synonyms: ['在岗', '在岗人数', '在岗执法人员数'],
      required: true,
      help: '实际在执法岗位的人数，借出、长期病休的不计',
    }),
    certified: column('持证', 'quantity', {
      ...people,
      synonyms: ['持证人数'],
      required: true,
      help: '在岗人员中持有效行政执法证件的人数，不大于在岗',
    }),
    unqualified: column('无资格参与执法', 'quantity', {
      ...people,
      synonyms: ['无证参与', '无证参与执法', '无资格参与执法人数'],
      required: true,
      help: '没有执法资格却单独或者主导执法的人数；只做辅助工作的不计',
    }),
    college: column('大专及以上', 'quantity', {
      ...people,
      synonyms: ['大专以上', '大专及以上学历'],
      required: true,
      help: '在岗人员中最高学历为大专及以上的人数',
    }),
    lawMajors: column('法学专业', 'quantity', {
      ...people,
      synonyms: ['法学', '法学专业人数'],
      required: true,
      help: '在岗人员中所学专业为法学类的人数',
    }),
    reviewers: column('法制审核', 'quantity', {
      ...people,
      synonyms: ['法制审核人员', '审核人员'],
      required: true,
      help: '承担重大执法决定法制审核的人数',
    }),
    examPassed: column('其中法考通过', 'quantity', {
      ...people,
      synonyms: ['法考通过', '法律职业资格'],
      required: true,
      help: '法制审核人员中具有法律职业资格的人数，不大于法制审核人数',
    }),
  },
} satisfies Form;

/** The indicator each line of 执法队伍 gives. */
export const teamCodes: Readonly<Record<keyof typeof teamForm.columns, string>> = {
  quota: 'D1.1',
  established: 'D1.2',
  onDuty: 'D1.3',
  certified: 'D2.1',
  unqualified: 'D3',
  college: 'D6.1',
  lawMajors: 'D7.1',
  reviewers: 'D4.1',
  examPassed: 'D5',
};

export const trainingTable = {
  kind: 'table',
  title: '培训明细',
  synonyms: ['培训', '培训情况'],
  help: '本单位举办或参加的执法、法治培训和学法考试，一场一行。人数只计本单位的人。',
  columns: {
    day: column('日期', 'day', {
      synonyms: ['培训日期', '时间'],
      required: true,
      width: 13,
      help: '举办当天，跨天的填第一天',
    }),
    topic: column('主题', 'text', {
      synonyms: ['培训主题', '内容'],
      required: true,
      width: 28,
      help: '培训或考试的名称',
    }),
    organiser: column('主办', 'text', { synonyms: ['主办单位'], width: 20, help: '主办的单位' }),
    hours: column('学时', 'quantity', {
      synonyms: ['培训学时', '课时'],
      unit: '学时',
      required: true,
      width: 9,
      help: '一个人参加这一场得的学时，如 4；不乘人数；单纯考试填 0',
    }),
    invited: column('应到', 'quantity', { synonyms: ['应到人数'], unit: '人', width: 9, help: '应当参加的人数' }),
    attended: column('实到', 'quantity', {
      synonyms: ['实到人数', '参训人数'],
      unit: '人',
      width: 9,
      help: '实际参加的人数，不大于应到',
    }),
    examInvited: column('应考', 'quantity', { synonyms: ['应考人数'], unit: '人', width: 9, help: '有考试的才填' }),
    examTaken: column('参考', 'quantity', {
      synonyms: ['参考人数'],
      unit: '人',
      width: 9,
      help: '实际参加考试的人数，不大于应考',
    }),
    examPassed: column('合格', 'quantity', {
      synonyms: ['合格人数'],
      unit: '人',
      width: 9,
      help: '考试合格的人数，不大于参考',
    }),
  },
  spareRows: 20,
} satisfies Table;

export const publicityTable = {
  kind: 'table',
  title: '普法明细',
  synonyms: ['普法', '普法活动', '普法宣传'],
  help: '法治宣传活动，一次一行。几个单位联合办的，各单位都可填，只有牵头单位填“是”，由它计数。',
  columns: {
    day: column('日期', 'day', {
      synonyms: ['活动日期', '时间'],
      required: true,
      width: 13,
      help: '举办当天，跨天的填第一天',
    }),
    topic: column('主题', 'text', {
      synonyms: ['活动主题', '活动名称'],
      required: true,
      width: 28,
      help: '活动的名称',
    }),
    location: column('地点或村', 'text', { synonyms: ['地点', '地点/村', '村'], width: 20, help: '在哪里办' }),
    leads: column('是否牵头', 'yesNo', {
      synonyms: ['牵头'],
      required: true,
      width: 10,
      help: '是＝本单位牵头，计入全镇场次',
    }),
    events: column('场次', 'quantity', {
      synonyms: ['活动场次'],
      unit: '场次',
      required: true,
      width: 9,
      help: '一般为 1；同一主题连办几场的填几',
    }),
    people: column('受众人次', 'quantity', {
      synonyms: ['人次', '参加人次', '受众'],
      unit: '人次',
      width: 11,
      help: '到场人次，可写“300余”',
    }),
    materials: column('资料份数', 'quantity', {
      synonyms: ['资料', '发放资料'],
      unit: '份',
      width: 11,
      help: '发放的宣传资料份数',
    }),
  },
  spareRows: 25,
} satisfies Table;

/** Words of the 程序 and 名义 columns of 案件明细. */
const procedureChoices = ['简易', '普通'] as const;
const capacityChoices = ['本级', '受委托'] as const;

export const casesTable = {
  kind: 'table',
  title: '案件明细',
  synonyms: ['案件', '处罚案件', '行政处罚案件'],
  help: '年内作出决定的行政处罚案件，一件一行，不写当事人姓名。并处两种以上处罚的算一件，归入最重的类别。',
  columns: {
    category: column('类别', 'choice', {
      synonyms: ['处罚类别', '案件类别'],
      required: true,
      width: 12,
      choices: ['警告', '通报批评', '罚款', '没收', '许可类', '停产停业', '其他'],
      help: '最重的一种处罚',
    }),
    procedure: column('程序', 'choice', {
      synonyms: ['适用程序', '简易/普通'],
      required: true,
      width: 9,
      choices: procedureChoices,
      help: '简易＝当场处罚，普通＝立案办理',
    }),
    decidedOn: column('决定日期', 'day', {
      synonyms: ['处罚日期'],
      required: true,
      width: 13,
      help: '决定书的日期，不在报告期内的不计',
    }),
    amount: column('罚没金额（元）', 'money', {
      synonyms: ['金额（元）', '罚没金额', '金额', '罚款金额'],
      unit: '元',
      width: 15,
      help: '决定书载明的数额，以元为单位；没有的填 0',
    }),
    capacity: column('执法名义', 'choice', {
      synonyms: ['名义'],
      required: true,
      width: 11,
      choices: capacityChoices,
      help: '本级＝以镇政府名义，受委托＝以委托机关名义',
    }),
    entrustedBy: column('委托机关', 'text', { synonyms: ['委托单位'], width: 22, help: '受委托的必填' }),
    mustReview: column('应法制审核', 'yesNo', {
      synonyms: ['应审核'],
      width: 12,
      help: '依法在决定前应当法制审核的填“是”',
    }),
    reviewed: column('已法制审核', 'yesNo', { synonyms: ['已审核'], width: 12, help: '决定前已出具审核意见的填“是”' }),
    publishedOn: column('公示日期', 'day', {
      synonyms: ['公开日期'],
      width: 13,
      help: '处罚决定向社会公示的日期，未公示的留空',
    }),
    recorded: column('全过程记录', 'yesNo', {
      synonyms: ['全过程记录情况'],
      width: 12,
      help: '文字或音像记录完整的填“是”',
    }),
  },
  spareRows: 25,
} satisfies Table;
