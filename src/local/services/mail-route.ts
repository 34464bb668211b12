/** Where the command line sends mails to: server from the option, secrets from the environment only. */
import { Refusal } from '../../core/base/refusal';
import type { MailRoute } from './mail-app';

/** Mails as files, which need nobody's account. */
export const outboxRoute: MailRoute = { server: null, from: '' };

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
  if (!/^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/u.test(from)) {
    throw new Refusal('用 --smtp 发邮件，请先把发件邮箱放在环境变量 NIANBAO_SMTP_FROM');
  }
  if ((user === '') !== (password === '')) {
    throw new Refusal('NIANBAO_SMTP_USER 和 NIANBAO_SMTP_PASSWORD 只有一个，请两个都设好');
  }
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
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
