import { EXCHANGE_TAG, RECEIPT_TYPE, type SealedPost, sealedPosts } from './exchangeDescribed';

const text = (description: string) => ({ schema: { type: 'string', description } });

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

function operation({ operationId, summary, description, mediaType, body, answer, problems }: SealedPost) {
  return {
    operationId,
    summary,
    description,
    tags: [EXCHANGE_TAG],
    security: [], // sealed, not signed in
    parameters: [
      {
        name: 'orgId',
        in: 'path',
        required: true,
        description: 'organisation that it is for',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: { [mediaType]: text(body) } },
    responses: {
      200: { description: answer, content: { [RECEIPT_TYPE]: text(answer) } },
      ...Object.fromEntries(
        [...problems].map(([status, titles]) => [status, { description: titles.join('; '), content: problem }]),
      ),
    },
  };
}

/** The addresses between installations, for the OpenAPI document. */
export const exchangePaths = (): Record<string, { post: ReturnType<typeof operation> }> =>
  Object.fromEntries(sealedPosts.map((one) => [one.path, { post: operation(one) }]));
