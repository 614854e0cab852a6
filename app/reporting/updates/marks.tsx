import type { Text } from '#app/languages/catalogue';
import { Tag, type Tone } from '#app/ui/tag';
import type { UpdateStatus } from './model';

const tones: Readonly<Record<UpdateStatus, Tone>> = { draft: 'draft', submitted: 'prog', returned: 'late', accepted: 'ok', published: 'ok' };

/** How far an update is: icon and word. */
export const updateTag = (status: UpdateStatus, t: Text) => <Tag tone={tones[status]}>{t(`states.${status}`)}</Tag>;
