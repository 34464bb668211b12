/** Why something could not be read, and with whom that lies: by it is decided who is told and what still may be done. */

/**
 * `service`: whoever keeps the files gave no answer (time-outs, quotas, answers without content); soon it may.
 * `access`: it is not there, or not for this account. `file`: it was given, and holds no table that can be read.
 */
export type ReadFault = 'service' | 'access' | 'file';

/** `why` is Chinese, without a full stop. */
export interface ReadFailure {
  readonly fault: ReadFault;
  readonly why: string;
}

/** What the office can do, a sentence without a full stop. */
export const readRemedies: Readonly<Record<ReadFault, string>> = {
  service: '请稍后再运行一次',
  access: '请核对文件还在原处，并且运行的人有权打开（在云端硬盘里的请所有者重新共享），再运行一次',
  file: '改好后放回“填报”再运行一次',
};
