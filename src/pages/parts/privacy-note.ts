/** Where the data lie, and what of them may not lie there. */
import { localMode } from './file-links';

/** For the person who decides whether to use this. */
export function privacyNote(): string {
  return localMode()
    ? '本机方式：数据只在这台电脑的文件夹里，不联网；只有您确认发送的通知会离开本机。'
    : '境内国家机关处理的个人信息应当在境内存储（个人信息保护法第三十六条）。境内机关请用本机方式；用谷歌表格的，表里不要填姓名、电话、身份证号，联系邮箱用岗位或单位公共邮箱。';
}
