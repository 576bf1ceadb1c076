import type { LogKey } from '#core/audit/log-key.ts';
import type { Config } from '#core/config.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forums } from '#core/forums.ts';
import type { House } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Mailer } from '#core/mail/mailer.ts';
import type { Provider } from '#core/oidc/provider.ts';
import type { PasswordKeeper } from '#core/passwords/keeper.ts';

/** What the modules are made of. */
export interface Materials {
  readonly config: Config;
  readonly house: House;
  readonly forums: Forums;
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly passwords: PasswordKeeper;
  /** Signs the public log. */
  readonly logKey: LogKey;
  /** null: none is configured. */
  readonly provider: Provider | null;
  /** After a forum was opened or removed. */
  readonly reloadForums: () => Promise<void>;
}
