/** What Google answers to a call that is wrong in itself, or that the local services do not have: a mistake of the program. */

/** The text names the call, in Chinese and as Google does; where a script catches it, it is told like any answer of a service. */
export class ServiceError extends Error {}
