package org.zhongchuang.records.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.records.registry.Identifier.Kind;

/** Numbers of firms and people: what the check digits say, what is only unusual, and what is never shown. */
class IdentifierTests {

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, CREDIT_CODE, true",
        "91350100M000100Y4Z, CREDIT_CODE, false",
        "91330000MA27U02N2X, CREDIT_CODE, false",
        "12100000400000624D, CREDIT_CODE, true",
        "91330402ma2b00019e, CREDIT_CODE, true",
        "110108000000016, REGISTRATION_NUMBER, true",
        "110000000000025, REGISTRATION_NUMBER, true",
        "330402000001235, REGISTRATION_NUMBER, true",
        "330481000004562, REGISTRATION_NUMBER, true",
        "330481000004563, REGISTRATION_NUMBER, false",
        "79965505-8, ORGANISATION_CODE, true",
        "799655058, ORGANISATION_CODE, true",
        "799655059, ORGANISATION_CODE, false",
        "11010519491231002X, CITIZEN_ID, true",
        "440524188001010014, CITIZEN_ID, true",
        "440524188013010014, CITIZEN_ID, false",
        "440524188001010015, CITIZEN_ID, false",
        "hello, UNKNOWN, false",
        "913304021234567890, CREDIT_CODE, false",
        "91350299M00099Q19E, CREDIT_CODE, false",
        "９１３３０４０２ MA2B00019e, CREDIT_CODE, true",
        "110105194912310021, CITIZEN_ID, false"
    })
    void eachNumberIsReadForWhatItIs(String code, Kind kind, boolean valid) {
        var read = Identifier.read(code);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.valid()).isEqualTo(valid);
    }

    @Test
    void aCitizensNumberIsNeverShownWhole() {
        assertThat(Identifier.read("11010519491231002X").shown()).isEqualTo("110105********002X");
    }

    @Test
    void anOldNumberOrAnUnknownAreaIsAWarningOnly() {
        assertThat(Identifier.read("330402000001235").warnings()).hasSize(1);
        assertThat(Identifier.read(CreditCode.complete("91", "990100", "MA2B0001")))
                .satisfies(read -> assertThat(read.valid()).isTrue())
                .satisfies(read -> assertThat(read.warnings()).hasSize(1));
        assertThat(Identifier.read("91330402MA2B00019E").warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "913304021234567890, 组织机构代码校验位不符",
        "913304021234567891, 第18位",
        "91330402MA2B0001OE, 不用的字符",
        "91350299M00099Q19E, 2016年前",
        "9133040MA2B00019E, 共17位",
        "110105194913310020, 出生日期",
        "110105194912310021, 校验位",
        "330481000004563, 校验位"
    })
    void aWrongNumberIsToldWhy(String code, String why) {
        assertThat(Identifier.read(code).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw.zh()).contains(why));
    }

    @Test
    void aCodeOfBefore2016MayStandAndASlipMayNot() {
        assertThat(Identifier.read("91350299M00099Q19E").mayStand()).isTrue();
        assertThat(Identifier.read("91350299M00099Q19F").mayStand()).isFalse();
        assertThat(Identifier.read("91330402MA2B00019E").mayStand()).isTrue();
    }
}
