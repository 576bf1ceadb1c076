import type { Mailer } from '#core/mail/mailer.ts';
import type { Provider } from '#core/oidc/provider.ts';
import type { PasskeyVerifier } from '#core/passkeys/verifier.ts';
import type { PasswordKeeper } from '#core/passwords/keeper.ts';

/** What the ways in need of the program around: filled in main.ts. */
export interface WayNeeds {
  /** Sends letters; without a mail server they lie in a folder. */
  readonly mailer: Mailer;
  /** The public address is https: cookies are Secure. */
  readonly secure: boolean;
  /** Scheme and host by which people reach us, as the operator said it: letters that strangers ask for carry no other. */
  readonly publicUrl: string;
  readonly passwords: PasswordKeeper;
  /** null: reached without https, where browsers hand no passkeys out. */
  readonly passkeys: PasskeyVerifier | null;
  /** null: none is configured. */
  readonly provider: Provider | null;
}
