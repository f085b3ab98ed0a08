package org.zhongchuang.law.document;

import org.zhongchuang.engine.Text;

/** Why a file cannot be read, and what to do instead. */
final class UnreadableDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text why;

    UnreadableDocument(String zh, String en) {
        super(en);
        this.why = Text.of(zh, en);
    }

    static UnreadableDocument tooMuch() {
        return new UnreadableDocument(
                "文件太大：最多%d页、%d万字。请只上传文件正文。".formatted(DocumentFile.MOST_PAGES, DocumentFile.MOST_CHARACTERS / 10_000),
                "The file holds too much: at most %d pages and %,d characters. Choose the document alone."
                        .formatted(DocumentFile.MOST_PAGES, DocumentFile.MOST_CHARACTERS));
    }

    static UnreadableDocument damaged(String kind) {
        return new UnreadableDocument(
                "这个%s文件已损坏，无法打开。请重新导出，或者全选、复制、粘贴。".formatted(kind),
                "This %s file is damaged and cannot be opened. Export it again, or copy and paste the text."
                        .formatted(kind));
    }

    Text why() {
        return why;
    }
}
