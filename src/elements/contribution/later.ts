// The heavy part of a form: schema, guard, parser of texts and writer of files. It loads once somebody writes.
export { checkDraft, isWritten } from '../../contribute/check.ts';
export { contributionFile, draftOfFile, folderOf } from '../../contribute/output.ts';
export { newFile, zipOf } from '../../contribute/hand-in.ts';
export { renderPreview, renderTranslationPreview } from '../../contribute/preview.ts';
export { checkTranslation, openOriginal, openTranslation, type Translation, translationFile } from '../../contribute/translation.ts';
