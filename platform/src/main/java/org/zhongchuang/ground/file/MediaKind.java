package org.zhongchuang.ground.file;

import java.util.List;

/** The kinds of file that are accepted, by what they hold, not by what they are called. */
public enum MediaKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    /**
     * As invoices and official papers come in China (GB/T 33190): pages that are laid out, packed with their OFD.xml.
     */
    OFD("application/ofd", "ofd"),
    /** Excel 97 to 2003, as WPS saves by itself; taken in only where a table is asked for. */
    OLD_EXCEL("application/vnd.ms-excel", "xls", "et"),
    /** Lines of values; taken in only where a table is asked for. */
    TABLE("text/csv", "csv", "txt", "tsv");

    private final String mediaType;
    private final List<String> endings;

    MediaKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, without the dot; the usual one first. */
    List<String> endings() {
        return endings;
    }
}
