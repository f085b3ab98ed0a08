package org.zhongchuang.ground.file;

import org.zhongchuang.engine.Text;

/** What came of handing in a file. */
public sealed interface Storing {

    record Stored(StoredFile file) implements Storing {}

    record Rejected(Reason reason) implements Storing {}

    /** Why a file is not accepted. */
    enum Reason {
        THERE_ALREADY("这里已经有这份文件，只保留一份。", "That file lies here already; it is kept once."),
        EMPTY("文件是空的，请检查后重新选择。", "The file is empty; please check it and choose again."),
        TOO_LARGE("文件超过20MB，请压缩或拆分后再传。", "The file is larger than 20 MB; make it smaller or split it."),
        TOO_MUCH_TODAY(
                "您今天上传的文件合计已达500MB，请明天再传其余的。",
                "You have handed in 500 MB today, which is the limit of a day; send the rest tomorrow."),
        UNKNOWN_KIND(
                "只接受PDF、OFD、JPG、PNG和新版Word、Excel、PowerPoint文件；请按文件的真实内容另存后再传。",
                "Only PDF, OFD, JPG, PNG and current Word, Excel and PowerPoint files are accepted, judged by what they hold."),
        NOT_A_TABLE(
                "只接受Excel表格（.xlsx、.xls）或文本表格（CSV）。",
                "Only Excel files (.xlsx, .xls) or text tables (CSV) are accepted."),
        LOCKED(
                "文件设有打开密码，系统读不了；请在Excel或WPS中取消密码，保存后再传。",
                "The file can only be opened with a password; take the password off in Excel or WPS and save it."),
        HAS_MACROS("文件带有宏，请另存为不带宏的格式。", "The file carries macros; save it without them."),
        BOMB("压缩内容异常膨胀，无法接受；请重新生成该文件。", "The file unpacks to far more than it may; make it anew.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
