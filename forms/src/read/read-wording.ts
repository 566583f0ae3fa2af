import type { Wording } from '@shiji/kernel/wording'

/** Every problem says what is wrong, that the file is untouched, and what to do next. */
export const READ_PROBLEM_WORDING = {
  'empty-file': {
    zh: '文件是空的（0 字节）。请检查是否选错文件，或重新下载后再试。',
    en: 'The file is empty (0 bytes). Check that it is the right file, or download it again.',
  },
  'file-too-large': {
    zh: '文件有 {megabytes} MB，超过可读上限 {limit} MB。文件未被改动。请删去其中的图片或附件，只保留表格后另存再试。',
    en: 'The file has {megabytes} MB; the most that is read is {limit} MB. The file was not changed. Save a copy that holds only the form, without pictures and attachments.',
  },
  'unpacks-too-large': {
    zh: '文件解压后超过 {limit} MB 或压缩比异常，为安全起见已停止读取。文件未被改动。请用 WPS 或 Word 打开，只保留表格后另存再试。',
    en: 'The file unpacks to more than {limit} MB or at an unusual ratio, so reading stopped to stay safe. The file was not changed. Open it in WPS or Word and save a copy that holds only the form.',
  },
  'too-many-parts': {
    zh: '压缩包内有超过 {limit} 个文件，不像一份表格。文件未被改动。请用 WPS 或 Word 打开后另存为 .docx 或 .xlsx 再试。',
    en: 'The archive holds more than {limit} files, which no form does. The file was not changed. Open it in WPS or Word and save it as .docx or .xlsx.',
  },
  'too-many-cells': {
    zh: '表格超过 {limit} 个单元格。文件未被改动。请只保留申报表所在的区域（删去空行空列和无关工作表）后另存再试。',
    en: 'The tables have more than {limit} cells. The file was not changed. Save a copy that holds only the form, without empty rows, empty columns and other sheets.',
  },
  'too-much-text': {
    zh: '文字超过 {limit} 个字符，不像一份表格。文件未被改动。请只保留表格后另存再试。',
    en: 'The text has more than {limit} characters, which no form has. The file was not changed. Save a copy that holds only the form.',
  },
  'too-deep': {
    zh: '表格或标记嵌套超过 {limit} 层，已停止读取。文件未被改动。请用 WPS 或 Word 打开后另存为 .docx 再试。',
    en: 'Tables or tags stand inside one another more than {limit} deep, so reading stopped. The file was not changed. Open it in WPS or Word and save it as .docx.',
  },
  'too-many-pages': {
    zh: 'PDF 有 {pages} 页，超过可读上限 {limit} 页。文件未被改动。请只导出申报表所在的几页再试。',
    en: 'The PDF has {pages} pages; the most that are read is {limit}. The file was not changed. Export only the pages of the form.',
  },
  'too-slow': {
    zh: '读取超过 {seconds} 秒，已停止。文件未被改动。请用 WPS 或 Word 打开后另存为 .docx 或 .xlsx 再试。',
    en: 'Reading took more than {seconds} seconds and was stopped. The file was not changed. Open it in WPS or Word and save it as .docx or .xlsx.',
  },
  'out-of-memory': {
    zh: '读取所需内存超过 {megabytes} MB，已停止。文件未被改动。请只保留表格，另存为 .docx 或 .xlsx 再试。',
    en: 'Reading needed more than {megabytes} MB of memory and was stopped. The file was not changed. Save only the form, as .docx or .xlsx.',
  },
  encrypted: {
    zh: '文件有打开密码，无法读取。文件未被改动。请用 WPS 或 Word 输入密码打开，取消密码后另存再试。',
    en: 'The file is protected by a password and cannot be read. The file was not changed. Open it with its password in WPS or Word and save a copy without one.',
  },
  scanned: {
    zh: 'PDF 的 {pages} 页都是扫描图像，没有可读文字。文件未被改动。请使用 Word 或 Excel 原件，或由编制软件直接导出的 PDF。',
    en: 'The {pages} pages of the PDF are scanned pictures without text. The file was not changed. Use the Word or Excel original, or a PDF exported from it.',
  },
  'scanned-image': {
    zh: '这是一张图片（{kind}），没有可读文字。文件未被改动。请使用 Word、Excel 原件或导出的 PDF；图片可作为附件上传。',
    en: 'This is a picture ({kind}) without text. The file was not changed. Use the Word or Excel original or an exported PDF; the picture can be attached as evidence.',
  },
  'ofd-unsupported': {
    zh: '暂不能读取 OFD 版式文件。文件未被改动。请用 WPS 或 OFD 阅读器另存为 .docx 或 PDF 再试。',
    en: 'OFD files cannot be read yet. The file was not changed. Save it as .docx or PDF from WPS or an OFD reader.',
  },
  'kind-unsupported': {
    zh: '这是 {kind} 文件，不能作为表格读取。文件未被改动。请用 WPS 打开后另存为 .docx、.xlsx 或 PDF 再试。',
    en: 'This is a {kind} file, which is not read as a form. The file was not changed. Open it in WPS and save it as .docx, .xlsx or PDF.',
  },
  'unknown-format': {
    zh: '认不出文件 {name} 的格式。文件未被改动。可读取 .docx、.doc、.rtf、.odt、.xlsx、.xls、.ods、.csv、.pdf、.html、.mht、.txt；请用 WPS 打开后另存为其中一种。',
    en: 'The format of {name} is not known. The file was not changed. Readable are .docx, .doc, .rtf, .odt, .xlsx, .xls, .ods, .csv, .pdf, .html, .mht and .txt; open it in WPS and save it as one of these.',
  },
  damaged: {
    zh: '文件不完整或已损坏（{part}），没有读取任何内容。文件未被改动。请重新下载或请对方重发；也可用 WPS 打开修复后另存再试。',
    en: 'The file is incomplete or damaged ({part}); nothing was read. The file was not changed. Download it or have it sent again, or let WPS repair it and save a copy.',
  },
  'unsafe-xml': {
    zh: '文件内含外部实体声明（DTD），正常的表格没有这种内容，为安全起见已停止读取。文件未被改动。请核实来源，或用 WPS 打开后另存再试。',
    en: 'The file declares external entities (a DTD), which no form needs, so reading stopped to stay safe. The file was not changed. Check where it came from, or open it in WPS and save a copy.',
  },
  'nothing-inside': {
    zh: '文件里没有文字也没有表格。文件未被改动。请检查是否选错文件；如内容是图片，请使用原始文件。',
    en: 'The file holds no text and no table. The file was not changed. Check that it is the right file; if it holds pictures, use the original.',
  },
  'reading-cancelled': {
    zh: '读取已取消。文件未被改动。需要时请重新读取。',
    en: 'Reading was cancelled. The file was not changed. Read it again when needed.',
  },
} as const satisfies Readonly<Record<string, Wording>>

/** What a reader met on the way and the person should know; the document was read all the same. */
export const READ_NOTE_WORDING = {
  'formula-value-used': {
    zh: '工作表“{sheet}”有 {count} 个公式单元格（首个 {first}），采用文件中最后保存的计算结果，未重新计算。',
    en: 'Sheet "{sheet}" has {count} formula cells (first {first}); the last saved results were used, nothing was recalculated.',
  },
  'formula-without-value': {
    zh: '工作表“{sheet}”有 {count} 个公式单元格没有保存结果（首个 {first}），按空白读取。请用 Excel 或 WPS 打开并保存一次。',
    en: 'Sheet "{sheet}" has {count} formula cells without a saved result (first {first}); they were read as empty. Open and save the file once in Excel or WPS.',
  },
  'sheet-hidden': {
    zh: '隐藏的工作表“{sheet}”没有读取。如需读取请先取消隐藏。',
    en: 'The hidden sheet "{sheet}" was not read. Unhide it first if it is needed.',
  },
  'rows-hidden': {
    zh: '工作表“{sheet}”有 {count} 个隐藏的行或列，已一并读取。',
    en: 'Sheet "{sheet}" has {count} hidden rows or columns; they were read too.',
  },
  'macro-ignored': {
    zh: '文件带有宏，宏没有运行，只读取了内容。',
    en: 'The file carries macros; they were not run, only the content was read.',
  },
  'tracked-changes': {
    zh: '文件有 {count} 处修订痕迹：按接受全部修订读取（插入的保留，删除的不读）。',
    en: 'The file has {count} tracked changes; it was read as if all were accepted (insertions kept, deletions left out).',
  },
  'hidden-text-ignored': {
    zh: '文件有隐藏文字，没有读取。',
    en: 'The file has hidden text, which was not read.',
  },
  'text-box-ignored': {
    zh: '工作表上的文本框不属于任何单元格，没有读取：“{text}”。如是表内内容，请填到单元格中再导入。',
    en: 'Text boxes on the sheet belong to no cell and were not read: "{text}". Put what belongs to the form into cells.',
  },
  'extension-differs': {
    zh: '文件扩展名是 {extension}，内容实际是 {format}，按内容读取。',
    en: 'The file name says {extension}, the content is {format}; it was read by its content.',
  },
  'rows-joined-across-pages': {
    zh: '第 {page} 页的表格接在上一页之后，重复的表头已去掉 {count} 行。',
    en: 'The table on page {page} continues the one before; {count} repeated head rows were left out.',
  },
  'page-without-text': {
    zh: '第 {page} 页是图像，没有可读文字。',
    en: 'Page {page} is a picture without text.',
  },
} as const satisfies Readonly<Record<string, Wording>>
