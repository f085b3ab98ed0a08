package org.zhongchuang.law.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhongchuang.PlainBrowser;

/** Documents as officers hand them in: the files of a pack in one packed file. */
public final class PackedDocument {

    private PackedDocument() {}

    /** A new id of a pack, of no other test. */
    public static String id() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The head of a document that amends another one. */
    public static String head(String id, LocalDate from, String amends) {
        return """
                pack: %s
                document:
                  number: 测试发〔2037〕%d号
                  title: { zh: "关于大赛评分的通知（测试）", en: "Notice on the scoring of competitions (test)" }
                  issuer: { zh: "测试机关", en: "A test authority" }
                  issued: 2017-01-01
                  effectiveFrom: %s
                amends: { pack: %s, open: old }
                """.formatted(id, 1 + Math.floorMod(id.hashCode(), 9_999), from, amends);
    }

    /** The files by which an amendment pays graduates half as much more for each job beyond the third. */
    public static Map<String, String> higherStep(LocalDate from) throws IOException {
        var pack = Path.of("../policies/jiaxing-2015-90");
        var files = new TreeMap<String, String>();
        files.put(
                "parameters/job-step.yaml",
                Files.readString(pack.resolve("parameters/job-step.yaml")) + """
                  - from: %s
                    is: 1500
                    standing: fixed
                    basis: { zh: "测试发〔2037〕1号", en: "Test 2037 No. 1" }
                """.formatted(from));
        files.put(
                "cases/job-creation-subsidy.yaml",
                Files.readString(pack.resolve("cases/job-creation-subsidy.yaml"))
                        + caseOn(from.minusDays(1), 3_000)
                        + caseOn(from, 3_500));
        return files;
    }

    private static String caseOn(LocalDate day, int yuan) {
        return """
                - name: "4 employees on %1$s"
                  programme: job-creation-subsidy
                  on: %1$s
                  given: { insured_employees: 4, year_of_business: 1 }
                  refused: [  ]
                  undecided: [  ]
                  amount: %2$d.00
                """.formatted(day, yuan);
    }

    public static byte[] zip(String folder, Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    public static HttpResponse<String> handedIn(PlainBrowser officer, UUID form, Map<String, String> files) {
        return officer.uploads("/documents", Map.of("request", form.toString()), "文件.zip", zip("some-folder/", files));
    }

    /** The address of the page to which an answer leads. */
    public static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** Looks once more, and confirms. */
    public static HttpResponse<String> approved(PlainBrowser decider, String page) {
        assertThat(decider.posts(page + "/approve", Map.of()).body()).contains("data-look-over", "批准以后不能撤下");
        return decider.posts(page + "/approve", Map.of("look", "confirm"));
    }
}
