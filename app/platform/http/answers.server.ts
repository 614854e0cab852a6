/** Answers that routes throw. What is absent and what may not be seen are the same 404, byte for byte. */
export const notFound = (): Response => new Response('Not found', { status: 404, statusText: 'Not Found' });

export const badRequest = (why: string): Response => new Response(why, { status: 400, statusText: 'Bad Request' });
