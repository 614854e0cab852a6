import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for a link or a cookie. It leaves the portal once; what is stored is its hash (AC-1). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal. Enough for secrets that nobody chose; passwords have their own, slow, hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
