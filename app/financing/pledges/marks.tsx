import type { Text } from '#app/languages/catalogue';
import { Tag } from '#app/ui/tag';
import { statusTones, type PledgeStatus } from './model';

export const statusTag = (status: PledgeStatus, t: Text) => <Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>;
