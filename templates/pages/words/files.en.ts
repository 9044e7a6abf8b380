/** Files that are kept with a subject. */
export const files = {
  'files.title': 'Files',
  'files.intro': 'Each file is encrypted. The journal keeps its hash, and who kept it.',
  'files.keep': 'Keep a file',
  'files.about': 'It proves',
  'files.file': 'File',
  'files.hint': 'PDF, PNG, JPEG or mail (EML), {mb} MB at most, {n} for each.',
  'files.go': 'Keep',
  'files.keptAt': 'Kept',
  'files.none': 'No file is kept.',
  'files.unnamed': 'Without a name, or erased',
  'files.kilobytes': '{n} kB',
  'err.fileLong': 'This file is too big',
  'err.fileType': 'This file is neither a PDF, a PNG, a JPEG nor a mail (EML)',
  'err.fileKept': 'This very file is kept already',
  'err.fileMany': 'There are as many files as there may be',
  'err.filingUnknown': 'Nothing such was filed',
} as const;
