/** The mail that shows whether the server of 发信设置 takes any: from the office to itself. */

/** Where it goes is where it comes from: nobody else is disturbed. The day tells one try from another. */
export function trialMail(address: string, now: Date): object {
  return {
    to: address,
    from: address,
    name: '法治年报',
    replyTo: '',
    subject: '法治年报：发信设置试发',
    text: `这封信由“法治年报”的发信设置页试发，收到就说明催办可以直接发出。\n${now.toISOString()}`,
    html: '',
    date: now.toISOString(),
    isDraft: false,
    attachments: [],
  };
}

const words: Readonly<Record<string, string>> = {
  sent: '服务器收下了。请看信箱里有没有，没有的看垃圾邮件。',
  refused: '服务器拒收',
  later: '服务器现在不收，请过一会儿再试',
  unavailable: '没有发出',
  unknown: '信交出以后没有回答，不知道发没发出，请看信箱',
};

/** What came of it, for the clerk; what the server said stands behind. */
export function trialAnswer(answer: unknown, address: string): string {
  const { outcome = 'unavailable', why = '' } = (answer ?? {}) as { readonly outcome?: string; readonly why?: string };
  const said = outcome === 'sent' || why === '' ? '' : `。${why}`;
  return `试发给 ${address}：${words[outcome] ?? outcome}${said}`;
}
