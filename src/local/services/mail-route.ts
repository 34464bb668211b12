/** Where mails go to: a server from the option with secrets from the environment, or one as it was kept. */
import type { MailSettings } from '../../contract/schedule';
import { Refusal } from '../../core/base/refusal';
import type { MailRoute } from './mail-app';

/** Mails as files, which need nobody's account. */
export const outboxRoute: MailRoute = { server: null, from: '' };

const address = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/u;

/** The route of `--smtp`. Throws a refusal that repeats no secret. */
export function mailRoute(
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): MailRoute {
  if (given === undefined) return outboxRoute;
  const url = parsed(given);
  if (url.username !== '' || url.password !== '') {
    throw new Refusal('用户名和密码不要写在命令行里，请放在环境变量 NIANBAO_SMTP_USER、NIANBAO_SMTP_PASSWORD');
  }
  const {
    NIANBAO_SMTP_USER: user = '',
    NIANBAO_SMTP_PASSWORD: password = '',
    NIANBAO_SMTP_FROM: from = '',
  } = environment;
  if (!address.test(from)) {
    throw new Refusal('用 --smtp 发邮件，请先把发件邮箱放在环境变量 NIANBAO_SMTP_FROM');
  }
  if ((user === '') !== (password === '')) {
    throw new Refusal('NIANBAO_SMTP_USER 和 NIANBAO_SMTP_PASSWORD 只有一个，请两个都设好');
  }
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  return smtpRoute({ host: url.hostname.replace(/^\[|\]$/gu, ''), port, secure, from, user, password });
}

/** The route by a server's name, an address to send as, and a login, of which both parts are empty or none. */
export function smtpRoute({ host, port, secure, from, user, password }: MailSettings): MailRoute {
  if (!/^[A-Za-z0-9.:-]{1,253}$/u.test(host)) throw new Refusal(`“${host}”不是服务器的名字，应如 smtp.example.cn`);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal('端口应为 1 至 65535 之间的数，如 465');
  if (!address.test(from)) throw new Refusal(`“${from}”不是发件邮箱，应如 fzb@example.cn`);
  if ((user === '') !== (password === '')) throw new Refusal('用户名和密码只有一个，请两个都填');
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u.test(host);
  return { server: { host, port, secure, isLoopback, login: user === '' ? null : { user, password } }, from };
}

function parsed(given: string): URL {
  const form = '--smtp 应写成 smtps://服务器:465 或 smtp://服务器:587（后者必须支持加密）';
  if (!/^smtps?:\/\//u.test(given) || !URL.canParse(given)) throw new Refusal(form);
  const url = new URL(given);
  if (url.hostname === '' || !/^\/?$/u.test(url.pathname) || url.search !== '' || url.hash !== '')
    throw new Refusal(form);
  return url;
}
