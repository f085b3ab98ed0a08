package org.zhongchuang.records.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;
import org.zhongchuang.records.table.Column;

/** What came of an attempt to write something down. */
public sealed interface Recording {

    /**
     * It was written down.
     *
     * @param subject what was written: a row's number, a batch's or statement's id
     */
    record Done(String subject) implements Recording {}

    record Refused(Reason reason) implements Recording {}

    /** The row cannot be read; what is wrong stands beside each column. */
    record Mistaken(Map<Column.Field, Text> mistakes) implements Recording {}

    /** A name looks like others: somebody has to say first whether it is the same or another one. */
    record Asked(List<AlikeNames.Question> questions) implements Recording {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NOT_YOURS("不是本机构的众创空间。", "It is not a makerspace of your organisation."),
        NO_SUCH_ROW("没有这条记录，或已经作废。", "There is no such row, or it was voided."),
        NO_REASON("请写明理由，2到200个字。", "Give a reason, 2 to 200 characters."),
        YEAR_CLOSED(
                "这一年已经关账。要更正，请先说明理由开启更正，更正后重新关账。",
                "That year is closed. To correct it, open a restatement with a reason, and close the year again afterwards.",
                "records_of_a_closed_year_are_as_they_were"),
        UNIT_TAKEN(
                "这个工位或房间在该期间已有入驻方；没有到期日的协议会一直占用，请先办理离驻。",
                "That desk or room is taken in that time; an agreement without an end holds it until the tenant leaves.",
                "one_tenant_per_unit_at_a_time"),
        SAME_ROW("同样的记录已经有了。", "The same row is there already.", "the_same_row_once"),
        NOT_A_TENANT("不是本空间的入驻团队或企业，请先登记入驻协议。", "No tenant of this space; enter the tenancy agreement first."),
        OTHER_ROWS_NAME_IT(
                "本空间的其他台账还记着更正前的团队或企业：请先更正那些记录，再改这份协议。",
                "Other rows of this space still name the tenant from before: correct those first, then this agreement."),
        NOT_THERE_THEN(
                "该日没有在驻：请核对日期；协议的起止日期有误的，先更正入驻协议。",
                "It was not a tenant on that day: check the day, or correct the agreement first if its days are wrong.",
                "a_departure_ends_a_stay"),
        LEFT_ALREADY(
                "这次入驻的离驻已经登记过；要改动请更正那一条。",
                "Its leaving is on record already; to change it, correct that row.",
                "one_departure_per_stay"),
        CODE_OF_ANOTHER("这个代码属于另一家企业。", "That code belongs to another firm."),
        NO_SUCH_BATCH("没有这次导入，或已经处理。", "There is no such import, or it was dealt with."),
        HAS_FINDINGS(
                "有错误的行：请改正后重新上传，或选择只导入正确的行。",
                "Some rows are wrong: correct them and upload again, or take only the good ones."),
        COLUMNS_MISSING("还缺少必需的列，请先说明哪一列是什么。", "Columns that are needed are missing; say first which one is which."),
        COLUMN_TWICE("同一项内容选了两列，请只选一列。", "Two columns were said to be the same; choose one."),
        UNIT_UNCLEAR("请先说明金额是元还是万元。", "Say first whether amounts are in yuan or in ten thousands."),
        NAMES_UNCLEAR(
                "有的名称和已有的相同或很像：请先逐个回答是同一个还是另一个。",
                "Some names are the same as others or nearly so: say of each whether it is the same or another one."),
        YEAR_NOT_OVER("年度结束后才能关账。", "A year can be closed once it is over."),
        BEFORE_IT_BEGAN(
                "这一年空间还没有运营，也没有台账，不能关账。",
                "The space was not open in that year and has no rows of it: there is nothing to close."),
        ALREADY_CLOSED("这一年已经关账。", "That year is closed already."),
        NOT_CLOSED("这一年还没有关账。", "That year is not closed."),
        DOES_NOT_FIT("数据之间的逻辑关系不符合，请先更正。", "The figures do not fit together; correct them first."),
        ALREADY_OPEN("更正已经开启。", "A restatement is open already.");

        private final Text text;
        private final Set<String> constraints;

        Reason(String zh, String en, String... constraints) {
            this.text = Text.of(zh, en);
            this.constraints = Set.of(constraints);
        }

        /** Which field of a row it is about, if one. */
        public Optional<Column.Field> field() {
            return Optional.ofNullable(
                    switch (this) {
                        case UNIT_TAKEN -> Column.Field.UNIT;
                        case CODE_OF_ANOTHER -> Column.Field.CODE;
                        case NOT_A_TENANT, OTHER_ROWS_NAME_IT -> Column.Field.SUBJECT;
                        case NOT_THERE_THEN, LEFT_ALREADY, YEAR_CLOSED -> Column.Field.DAY;
                        default -> null;
                    });
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }

    static Recording refused(Reason reason) {
        return new Refused(reason);
    }
}
