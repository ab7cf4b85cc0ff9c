// Asks the application to do something. Names, arguments and replies are those of the generated contract.
import type { Commands } from './bindings/Commands';
import { CallError } from './errors';
import { transport } from './transport';

export type CommandName = keyof Commands;
export type Args<C extends CommandName> = Commands[C]['args'];
export type Reply<C extends CommandName> = Commands[C]['reply'];

/** Commands without an argument are called with the name alone. */
export async function call<C extends CommandName>(
  name: C,
  ...args: Args<C> extends undefined ? [] : [Args<C>]
): Promise<Reply<C>> {
  try {
    // The contract is the one promise taken on trust: both ends are made from the same table.
    return (await transport.send(name, args[0])) as Reply<C>;
  } catch (refusal) {
    throw CallError.from(refusal);
  }
}
