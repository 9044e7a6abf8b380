/** The reference of the API: what frames it; what it says of each operation is in English. */
export const docs = {
  'docs.title': 'API reference',
  'docs.intro':
    'Each address of the API, with who may use it, what it takes and what it answers. A token goes into the Authorization header, after Bearer. Descriptions are in English.',
  'docs.document': 'The same document for machines (OpenAPI 3.1)',
  'docs.groups': 'Groups',
  'docs.shapes': 'Shapes',
  'docs.roles': 'Roles:',
  'docs.sealed': 'No token: the seal of an installation that was let in.',
  'docs.tool': 'tool',
  'docs.parameters': 'Parameters',
  'docs.body': 'Body',
  'docs.needed': 'required',
  'docs.answer': 'Answer',
  'docs.bodyExample': 'Example of a body',
  'docs.answerExample': 'Example of an answer',
  'docs.problems': 'Possible refusals',
} as const;
