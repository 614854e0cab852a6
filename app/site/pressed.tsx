import { privateMeta } from '#app/accounts/page-meta';

/**
 * The page of an address that only takes the press of a button and leads on. It is never seen: it is there so that a press that was refused
 * is answered by a page in words, and not by bare data as addresses without a page answer.
 */
export const Pressed = (): null => null;
export const pressedMeta = () => privateMeta(undefined);
