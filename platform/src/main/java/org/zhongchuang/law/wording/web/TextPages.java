package org.zhongchuang.law.wording.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.document.DocumentFile;
import org.zhongchuang.law.document.ReadDocument;
import org.zhongchuang.law.document.Skeleton;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.WordingNotes;
import org.zhongchuang.law.wording.ImportText;
import org.zhongchuang.law.wording.TextRecognition;

/** The import of the official wording, and the beginning of a pack that a document becomes. */
@Controller
public class TextPages {

    private final Policies policies;
    private final ImportText texts;
    private final WordingNotes notes;

    TextPages(Policies policies, ImportText texts, WordingNotes notes) {
        this.policies = policies;
        this.texts = texts;
        this.notes = notes;
    }

    /**
     * The importer.
     *
     * @param recognition what would be matched; null before the first look
     * @param why the reason as it was typed
     * @param standing what is said of the wording that is shown; null where none is
     */
    public record ImportPage(
            PolicyPack pack,
            String text,
            @Nullable TextRecognition recognition,
            @Nullable Text problem,
            String why,
            WordingNotes.@Nullable Note standing) {

        public String accepted() {
            return DocumentFile.ACCEPTED;
        }
    }

    @GetMapping("/policies/{pack}/text")
    @Common("The wording is the same for the whole city.")
    @Only({Role.CITY_OFFICER, Role.LEADING_GROUP_OFFICE, Role.ADMINISTRATOR})
    ModelAndView importer(@PathVariable String pack) {
        return show(page(find(pack), "", null, null, ""));
    }

    /** Looks first, keeps on the second press: what was matched is shown before anything changes. */
    @PostMapping("/policies/{pack}/text")
    @Common("The wording is the same for the whole city.")
    @Only({Role.CITY_OFFICER, Role.LEADING_GROUP_OFFICE, Role.ADMINISTRATOR})
    ModelAndView importText(
            @PathVariable String pack,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "") String why,
            Actor actor)
            throws IOException {
        var policy = find(pack);
        var source = text;
        if (file.isPresent() && !name(file.get()).isBlank()) {
            switch (DocumentFile.read(file.get().getBytes(), name(file.get()))) {
                case DocumentFile.Legible(var read) -> source = read;
                case DocumentFile.Refused(var refusedWhy) -> {
                    return show(page(policy, text, null, refusedWhy, why));
                }
            }
        }
        if (source.length() > DocumentFile.MOST_CHARACTERS) {
            return show(page(policy, "", null, Text.of("文字太长，不像一份文件。", "The text is too long to be a document."), why));
        }
        if (keep.equals("yes")) {
            var refused = texts.importText(actor, policy, source, why);
            return refused.isEmpty()
                    ? new ModelAndView("redirect:/policies/" + policy.id() + "/text")
                    : show(page(policy, source, texts.recognise(policy, source), refused.get(), why));
        }
        return show(page(policy, source, texts.recognise(policy, source), null, why));
    }

    /** Takes the wording off the pages of the document again. */
    @PostMapping("/policies/{pack}/text/withdraw")
    @Common("The wording is the same for the whole city.")
    @Only({Role.CITY_OFFICER, Role.LEADING_GROUP_OFFICE, Role.ADMINISTRATOR})
    ModelAndView withdraw(@PathVariable String pack, @RequestParam(defaultValue = "") String why, Actor actor) {
        var policy = find(pack);
        return texts.withdraw(actor, policy, why)
                ? new ModelAndView("redirect:/policies/" + policy.id())
                : show(page(
                        policy,
                        "",
                        null,
                        Text.of("没有撤下：请写明理由，2到400字。", "Nothing was taken off: say why in 2 to 400 characters."),
                        why));
    }

    private ImportPage page(
            PolicyPack policy, String text, @Nullable TextRecognition recognition, @Nullable Text problem, String why) {
        return new ImportPage(
                policy, text, recognition, problem, why, notes.of(policy).orElse(null));
    }

    /** The beginning of a pack, as a folder in a packed file; nothing is kept. */
    @PostMapping("/policies/{pack}/skeleton")
    @Common("A pack is made of the text that was sent, whatever city it is of.")
    @Only({Role.CITY_OFFICER, Role.LEADING_GROUP_OFFICE, Role.ADMINISTRATOR})
    ResponseEntity<byte[]> skeleton(@PathVariable String pack, @RequestParam(defaultValue = "") String text) {
        find(pack);
        var read = ReadDocument.of(text.substring(0, Math.min(text.length(), DocumentFile.MOST_CHARACTERS)));
        if (!read.hasStructure()) {
            throw Problem.noSuchThing("document in this text");
        }
        var skeleton = Skeleton.of(read, Optional.empty());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(skeleton.id() + ".zip", UTF_8)
                                .build()
                                .toString())
                .body(skeleton.zip());
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static ModelAndView show(ImportPage page) {
        return new ModelAndView("law/wording/import", "page", page);
    }

    private PolicyPack find(String id) {
        return policies.find(id).orElseThrow(() -> Problem.noSuchThing("policy " + id));
    }
}
