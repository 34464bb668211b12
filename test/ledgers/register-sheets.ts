/** Registers of cases that no sheet of the program asks for: petitions, checks, disputes, reviews, mediations, counsel. */
import { listSheet, notYet, type ListColumn } from './list-sheets';
import type { Draw, LedgerSheet, Said } from './ledger-sheet';
import {
  counselWords,
  disputeWords,
  inspectionWords,
  mediationWords,
  paperWords,
  petitionWords,
} from './register-words';
import { daySaid, textSaid, yesSaid } from './said';
import { places, topics } from './words';

/** A register of one kind, by chance. */
export function register(draw: Draw): LedgerSheet {
  return draw.of([petitions, inspections, disputes, papers, mediations, counsel])(draw);
}

function sheetOf(draw: Draw, titles: readonly string[], columns: readonly ListColumn[]): LedgerSheet {
  return listSheet(draw, 'register', draw.of(titles), columns);
}

const texts = ['占用通道', '宅基地界址', '噪声', '消防通道', '用电安全', '保洁服务', '停车管理'];

/** The day on which a case was closed, or a sign or word that it is not. */
function closedSaid(draw: Draw): Said {
  return draw.once(4)
    ? draw.of<Said>([
        [notYet, null],
        ['—', null],
      ])
    : daySaid(draw, true);
}

function petitions(draw: Draw): LedgerSheet {
  const words = petitionWords;
  return sheetOf(draw, words.titles, [
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.matter), said: () => textSaid(draw, texts) },
    { name: draw.of(words.channel), said: () => textSaid(draw, ['来访', '来信', '网上信访']) },
    { name: draw.of(words.closed), said: () => closedSaid(draw) },
    {
      name: draw.of(words.onTime),
      said: () =>
        draw.of<Said>([
          ['是', '是'],
          ['√', '是'],
          ['否', '否'],
          ['超期', '否'],
          ['办理中', '未到期'],
          ['已答复', null],
        ]),
    },
  ]);
}

function inspections(draw: Draw): LedgerSheet {
  const words = inspectionWords;
  return sheetOf(draw, words.titles, [
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.target), said: () => textSaid(draw, ['某加油站', '某机械厂', '某食品店']) },
    { name: draw.of(words.content), said: () => textSaid(draw, texts) },
    { name: draw.of(words.problems), said: () => textSaid(draw, ['无', '灭火器过期', '占用通道']) },
    { name: draw.of(words.rectified), said: () => textSaid(draw, ['已整改', '限期整改']) },
  ]);
}

function disputes(draw: Draw): LedgerSheet {
  const words = disputeWords;
  return sheetOf(draw, words.titles, [
    {
      name: draw.of(words.kind),
      said: () =>
        draw.of<Said>([
          ['行政复议', '行政复议'],
          ['行政诉讼', '行政诉讼'],
          ['复议', '行政复议'],
          ['一审', '行政诉讼'],
          ['民事', null],
        ]),
    },
    { name: draw.of(words.number), said: () => textSaid(draw, ['某政复〔2022〕3号', '（2022）某01行初8号']) },
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.closed), said: () => closedSaid(draw) },
    {
      name: draw.of(words.result),
      said: () =>
        draw.of<Said>([
          ['维持', '维持或胜诉'],
          ['驳回诉讼请求', '维持或胜诉'],
          ['判决撤销', '纠错或败诉'],
          ['确认违法', '纠错或败诉'],
          ['原告撤诉', '终止'],
          ['审理中', '未结'],
          ['部分维持、部分撤销', null],
        ]),
    },
    { name: draw.of(words.present), said: () => yesSaid(draw) },
  ]);
}

function papers(draw: Draw): LedgerSheet {
  const words = paperWords;
  return sheetOf(draw, words.titles, [
    {
      name: draw.of(words.kind),
      said: () =>
        draw.of<Said>([
          ['合同', '合同'],
          ['合同协议', '合同'],
          ['行政规范性文件', '规范性文件'],
          ['重大行政决策', '重大决策'],
          ['党内文件', null],
        ]),
    },
    { name: draw.of(words.title), said: () => textSaid(draw, topics) },
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.conclusion), said: () => textSaid(draw, ['同意', '修改后印发']) },
    { name: draw.of(words.filed), said: () => daySaid(draw, true) },
  ]);
}

function mediations(draw: Draw): LedgerSheet {
  const words = mediationWords;
  return sheetOf(draw, words.titles, [
    { name: draw.of(words.day), said: () => daySaid(draw) },
    { name: draw.of(words.kind), said: () => textSaid(draw, ['邻里', '婚姻家庭', '土地']) },
    { name: draw.of(words.matter), said: () => textSaid(draw, texts) },
    {
      name: draw.of(words.result),
      said: () =>
        draw.of<Said>([
          ['调解成功', '成功'],
          ['达成协议', '成功'],
          ['已化解', '成功'],
          ['调解不成功', '不成功'],
          ['未达成协议', '不成功'],
          ['正在调解', '调解中'],
          ['没有达成一致', null],
          ['持续关注', null],
        ]),
    },
  ]);
}

function counsel(draw: Draw): LedgerSheet {
  const words = counselWords;
  return sheetOf(draw, words.titles, [
    { name: draw.of(words.day), said: () => daySaid(draw) },
    {
      name: draw.of(words.service),
      said: () =>
        draw.of<Said>([
          ['出具法律意见', '法律意见'],
          ['合同审核', '合同审查'],
          ['电话咨询', '法律咨询'],
          ['法治讲座', '其他'],
          ['其它', null],
        ]),
    },
    { name: draw.of(words.matter), said: () => textSaid(draw, texts) },
    { name: draw.of(words.opinion), said: () => textSaid(draw, [...places, '口头答复']) },
  ]);
}
