/** What went wrong between this computer and a mail server, for a clerk: what it means, and behind it what was said. */
import { serviceWords } from '../../core/base/service-words';

/** The first that knows the words: by the texts of Node, of its OpenSSL, of nodemailer and the codes of RFC 3463, 4954 and 5321. */
const meanings: readonly (readonly [string, RegExp])[] = [
  ['服务器的证书是别的名字的，请核对服务器的名字', /altnames|Hostname\/IP/iu],
  [
    '服务器的证书过期了，或者这台电脑的日期不对',
    /certificate (?:has expired|is not yet valid)|CERT_(?:HAS_EXPIRED|NOT_YET)/iu,
  ],
  [
    '服务器的证书不是公认的机构签发的，认不出它是谁，所以没有登录，也没有发。是本单位自己的服务器的，请管理员把签发证书的文件写在环境变量 NODE_EXTRA_CA_CERTS 里',
    /certificate|self[- ]signed/iu,
  ],
  ['服务器在这个端口上不能加密，密码和邮件都没有发出，请核对端口和加密', /STARTTLS/iu],
  [
    '端口和加密对不上，多为 465 配 SSL/TLS、587 配 STARTTLS',
    /SSL routines|wrong version number|Greeting never|EPROTO\b/iu,
  ],
  ['服务器不接受这台电脑来的连接，请问邮箱的管理员', /^Invalid greeting\. response=[45]\d\d/u],
  ['这个端口上的不是邮件服务，请核对服务器和端口', /^Invalid greeting/u],
  ['服务器要先登录，请填用户名和密码', /\b530\b|credentials/iu],
  ['没有登录成功，请核对用户名和密码（许多邮箱要用“授权码”，不是登录密码）', /Invalid login|\b53[458]\b/iu],
  ['服务器现在不收信，请过一会儿再发', /^Mail command failed: 4\d\d/u],
  ['服务器说空间或者额度不够了，请问邮箱的管理员', /^Mail command failed: 552|\b[45]\.2\.2\b/u],
  ['服务器不让用这个发件邮箱，一般要和登录的邮箱一致', /^Mail command failed/u],
  ['对方没有这个信箱，请核对邮箱', /\b5\.1\.[12]\b|no such (?:user|mailbox)|(?:user|mailbox) (?:unknown|not found)/iu],
  ['没有连上，这个端口上没有邮件服务，请核对服务器和端口', /ECONNREFUSED/u],
  ['没有连上，找不到这个名字的服务器，请核对名字和网络', /ENOTFOUND|EAI_AGAIN|ENODATA/u],
  ['服务器现在不收这封邮件，请过一会儿再发', /^Message failed: 4\d\d/u],
  ['服务器拒收这封邮件，多因内容或附件，请问邮箱的管理员', /^Message failed: 5\d\d/u],
  ['服务器断开了连接', /Connection closed|Server closed|EPIPE|ECONNRESET|socket hang up/iu],
  ['没有连上，服务器没有回应，请看网络和防火墙', /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timed? ?out/iu],
];

/** One line; words nobody knows as they are. */
export function smtpWords(error: unknown): string {
  const said = serviceWords(error).replace(/^Can't send mail - all recipients were rejected: /u, '');
  const meaning = meanings.find(([, known]) => known.test(said))?.[0];
  return meaning === undefined ? said : `${meaning}（${said}）`;
}
