package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.kernel.Refusal;

/** A reason stands for rules of the schema by their names: each of these is there. */
class ConstraintNamesTests extends TestCity {

    private static final String LOOKED_FOR =
            "The use case looks first; of two at the same moment the second is done again and finds it.";
    private static final String LEFT_OUT =
            "The row is written unless it is there, and the use case says in its own words that it was.";
    private static final String HELD = "The case, award, claim, space or round is held while it is written.";
    private static final String MADE = "The program makes it: counted, or by lot.";
    private static final String GUARDED =
            "No form leads there: it stands against a fault of the program and against other hands.";

    /** Rules of the schema that no reason stands for, each with why nobody who fills in a form breaks it. */
    private static final Map<String, String> NEVER_BROKEN = Map.ofEntries(
            Map.entry("a_bank_gives_a_short_reason", GUARDED),
            Map.entry("a_batch_pays_for_one_treasury", GUARDED),
            Map.entry("a_claim_has_one_place", HELD),
            Map.entry("a_document_is_proposed_first", GUARDED),
            Map.entry("a_ground_is_recorded_by_the_office_in_charge", GUARDED),
            Map.entry("a_held_award_is_not_paid", HELD),
            Map.entry("a_part_is_paid_by_the_city_or_the_county_of_the_seat", GUARDED),
            Map.entry("a_posting_is_made_once", GUARDED),
            Map.entry("a_receipt_is_verified_by_the_office_in_charge", GUARDED),
            Map.entry("a_treasury_has_one_share", GUARDED),
            Map.entry("a_treasury_is_owed_one_share", GUARDED),
            Map.entry("a_treasury_pays_one_part_of_an_instalment", GUARDED),
            Map.entry("an_account_is_confirmed_by_the_treasury_in_charge", GUARDED),
            Map.entry("award_case_file_key", HELD),
            Map.entry("award_higher_key", HELD),
            Map.entry("batch_number_key", MADE),
            Map.entry("case_file_number_key", MADE),
            Map.entry("each_attempt_once", LEFT_OUT),
            Map.entry("each_finding_once", LEFT_OUT),
            Map.entry("each_invoice_once_in_a_case", LEFT_OUT),
            Map.entry("each_thing_is_sealed_once", GUARDED),
            Map.entry("each_treasury_pays_the_share_that_was_decided", GUARDED),
            Map.entry("every_posting_balances", GUARDED),
            Map.entry("link_token_hash_key", MADE),
            Map.entry("money_moves_only_as_laid_down", GUARDED),
            Map.entry("objection_receipt_key", MADE),
            Map.entry("one_account", LEFT_OUT),
            Map.entry("one_award_per_matter", HELD),
            Map.entry("one_ban_per_claim", HELD),
            Map.entry("one_confirmed_account", HELD),
            Map.entry("one_entered_account", LEFT_OUT),
            Map.entry("one_key_of_recognition", GUARDED),
            Map.entry("one_living_payment_per_instalment", LEFT_OUT),
            Map.entry("one_of_a_kind", HELD),
            Map.entry("one_offer_per_matter", LEFT_OUT),
            Map.entry("one_open_appeal_per_indicator", LEFT_OUT),
            Map.entry("one_open_bounce_per_payment", LEFT_OUT),
            Map.entry("one_open_change_of_a_kind", LEFT_OUT),
            Map.entry("one_open_link_per_person", LOOKED_FOR),
            Map.entry("one_open_proposal_of_a_kind", LEFT_OUT),
            Map.entry("one_open_proposal_per_parameter", LEFT_OUT),
            Map.entry("one_open_restatement_per_year", LEFT_OUT),
            Map.entry("one_running_notice_per_case", HELD),
            Map.entry("one_standing_recognition_per_space", HELD),
            Map.entry("one_version_once", HELD),
            Map.entry("organisation_credit_code_key", GUARDED),
            Map.entry("posting_key_key", LEFT_OUT),
            Map.entry("project_case_file_key", HELD),
            Map.entry("recognised_space_case_file_key", HELD),
            Map.entry("sealed_seal_place_key", GUARDED),
            Map.entry("the_leading_payer_comes_first", GUARDED),
            Map.entry("the_number_of_a_change_is_its_own", MADE),
            Map.entry("the_parts_make_the_award", GUARDED),
            Map.entry("the_shares_make_what_is_claimed", GUARDED),
            Map.entry("the_shares_make_what_was_granted", GUARDED),
            Map.entry("what_arrived_comes_back_only_by_two", GUARDED),
            Map.entry("what_bounced_arrives_only_by_two", GUARDED),
            Map.entry("what_is_left_lapses", GUARDED));

    @Autowired
    private JdbcClient jdbc;

    private static List<Refusal> reasons() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.zhongchuang").stream()
                        .filter(one -> one.isEnum() && one.isAssignableTo(Refusal.class))
                        .map(JavaClass::reflect)
                        .flatMap(one -> Stream.of(one.getEnumConstants()))
                        .map(Refusal.class::cast)
                        .toList();
    }

    /** Constraints, unique indexes, and those that a function raises. */
    private Set<String> rulesOfTheSchema() {
        return new HashSet<>(jdbc.sql("""
                        select conname from pg_constraint
                         union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique
                         union select found[1] from pg_proc p, regexp_matches(p.prosrc, 'constraint = ''([a-z_]+)''', 'g') found
                        """).query(String.class).list());
    }

    private static List<String> missing(Stream<Refusal> reasons, Set<String> rules) {
        return reasons.flatMap(reason -> reason.constraints().stream())
                .filter(name -> !rules.contains(name))
                .toList();
    }

    @Test
    void everyNameThatAReasonGivesIsARuleOfTheSchema() {
        assertThat(missing(reasons().stream(), rulesOfTheSchema())).isEmpty();
        assertThat(reasons().stream().filter(one -> !one.constraints().isEmpty()))
                .hasSizeGreaterThan(10);
    }

    /**
     * What two who act at the same moment can break, other than the keys that the program makes itself: unique indexes,
     * exclusions, and what a function raises.
     */
    private List<String> rulesThatARaceBreaks() {
        return new ArrayList<>(jdbc.sql("""
                        select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
                          join pg_namespace n on n.oid = c.relnamespace
                         where i.indisunique and not i.indisprimary and n.nspname not like 'pg\\_%' and n.nspname <> 'public'
                         union select conname from pg_constraint where contype = 'x'
                         union select found[1] from pg_proc p, regexp_matches(p.prosrc, 'constraint = ''([a-z_]+)''', 'g') found
                         order by 1
                        """).query(String.class).list());
    }

    @Test
    void aRuleThatARaceBreaksHasItsReasonOrIsNeverBroken() {
        var told = reasons().stream()
                .flatMap(reason -> reason.constraints().stream())
                .toList();
        assertThat(rulesThatARaceBreaks().stream().filter(rule -> !told.contains(rule)))
                .containsExactlyElementsOf(
                        NEVER_BROKEN.keySet().stream().sorted().toList());
    }

    @Test
    void aNameThatIsMistypedIsFound() {
        var mistyped = new Refusal() {
            @Override
            public String name() {
                return "MISTYPED";
            }

            @Override
            public org.zhongchuang.engine.Text text() {
                return org.zhongchuang.engine.Text.of("错", "wrong");
            }

            @Override
            public Set<String> constraints() {
                return Set.of("each_voucher_onse");
            }
        };

        assertThat(missing(Stream.of(mistyped), rulesOfTheSchema())).containsExactly("each_voucher_onse");
    }
}
