import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { DemoAccount } from './demo-accounts.server';

/** Kinds of accounts with a sentence of their own: `coordinator.sn@` is a coordinator too. */
const known = ['member', 'chair', 'secretariat', 'officer', 'reviewer', 'coordinator', 'admin', 'auditor'];

/** One click per role, in a demonstration alone. */
export function DemoAccounts({ accounts, next }: { readonly accounts: readonly DemoAccount[]; readonly next: string | undefined }) {
  const t = useText('accounts');
  return (
    <section className="advice" aria-labelledby="demo">
      <h2 id="demo">{t('demo.title')}</h2>
      <p className="tiny muted">{t('demo.note')}</p>
      <ul className="accounts">
        {accounts.map(({ address, name, role, scope }) => {
          const who = role === null ? name : scope === null ? t(`roles.${role}`) : t('people.role_in', { role: t(`roles.${role}`), scope });
          const part = address.split(/[.@]/)[0] ?? '';
          return (
            <li key={address}>
              <div>
                <strong>{who}</strong>
                <span className="tiny muted">{known.includes(part) ? t(`demo.does.${part}`) : name}</span>
                <span className="tiny muted ltr">{address}</span>
              </div>
              <form method="post" action={paths.demoSignIn}>
                <input type="hidden" name="account" value={address} />
                {next !== undefined && <input type="hidden" name="next" value={next} />}
                <button className="btn btn--2" type="submit">
                  {t('sign_in.act')}
                  <span className="vh"> {t('demo.as', { who })}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
