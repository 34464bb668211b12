/** The recurring trigger. Google shows each person only the triggers of their own, and never keeps anybody from making two. */

/** How many triggers of the running person call the function. */
export function countTriggers(functionName: string): number {
  return triggersOf(functionName).length;
}

/** Leaves exactly one that calls the function every hour. */
export function keepOneTrigger(functionName: string): void {
  const [first, ...others] = triggersOf(functionName);
  for (const trigger of others) ScriptApp.deleteTrigger(trigger);
  if (first === undefined) ScriptApp.newTrigger(functionName).timeBased().everyHours(1).create();
}

/** Takes away all that call the function. */
export function removeTriggers(functionName: string): void {
  for (const trigger of triggersOf(functionName)) ScriptApp.deleteTrigger(trigger);
}

function triggersOf(functionName: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === functionName);
}
