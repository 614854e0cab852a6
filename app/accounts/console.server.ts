import { permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { WrongUsage, type Command } from '#app/platform/console.server';
import { invitationInput } from '#app/members/people/input.server';
import { inviteFirstAdministrator } from './invitations/operations.server';
import { accountPolicy } from './policy';

/** Invites the first administrator of an empty installation; prints the link where no mail can leave. */
export const initCommand: Command = {
  usage: '--admin NAME --mail ADDRESS',
  does: 'invites the first administrator of an empty installation',
  needs: ['admin', 'mail'],
  options: { admin: { type: 'string' }, mail: { type: 'string' } },
  run: async ({ option, environment, now }) => {
    const form = invitationInput.safeParse({ name: option('admin'), mail: option('mail'), language: 'en' });
    if (!form.success) throw new WrongUsage(form.error.issues.some((issue) => issue.path[0] === 'mail') ? '--mail needs an e-mail address.' : '--admin needs a name.');
    if (environment.demo) {
      return { refused: true, lines: ['This is a demonstration, which has its own accounts. Set DEMO=0 for a real installation.'], facts: { refused: 'demonstration' } };
    }
    const granted = permit(accountPolicy.initialise, { kind: 'system', name: 'console' }, null);
    const { name, mail, language, title } = form.data;
    const invited = await inviteFirstAdministrator(granted, { now }, { name, mail, language, title, time_zone: 'UTC', publish_name: false });
    if (!invited.ok) {
      const text = textFor('en', 'accounts');
      return { refused: true, lines: invited.problems.map((one) => text(one.code, one.values)), facts: { refused: invited.problems.map((one) => one.code) } };
    }
    const link = `${environment.publicUrl}${paths.invitation(invited.value.secret)}`;
    const sent = environment.mail !== undefined;
    return {
      lines: sent ? [`An invitation to ${mail} waits to be sent; it goes out when the portal runs.`] : [`No mail key is set. Open this link within seven days to choose a password:`, link],
      facts: sent ? { invited: mail } : { invited: mail, link },
    };
  },
};
