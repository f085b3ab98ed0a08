package org.zhongchuang.procedure.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;

/** The files of a case: its papers, and what objectors handed in. */
@Controller
class CaseFilePages {

    private final Cases cases;
    private final Notices notices;
    private final FileStore files;

    CaseFilePages(Cases cases, Notices notices, FileStore files) {
        this.cases = cases;
        this.notices = notices;
        this.files = files;
    }

    @GetMapping("/cases/{number}/files/{attachment}")
    @Concerns(value = Thing.CASE, by = "number", parts = "attachment")
    @Only
    void download(@PathVariable String number, @PathVariable UUID attachment, Actor actor, HttpServletResponse response)
            throws IOException {
        var id = Typed.id(number, CaseId::new)
                .or(() -> cases.details(actor, number)
                        .map(details -> details.file().id()));
        var found = id.flatMap(one -> cases.paper(actor, one, attachment)).flatMap(one -> files.find(one.file()));
        send(found.orElseThrow(() -> Problem.noSuchThing("attachment " + attachment)), response);
    }

    /** What an objector handed in; for those who answer objections and those who audit. */
    @GetMapping("/cases/{number}/objections/{objection}/file")
    @Concerns(value = Thing.OBJECTION, by = "number", parts = "objection")
    @Only
    void objectionFile(
            @PathVariable String number, @PathVariable UUID objection, Actor actor, HttpServletResponse response)
            throws IOException {
        var found = cases.details(actor, number)
                .filter(details -> cases.seesObjections(actor, details.file()))
                .flatMap(CaseDetails::notice)
                .flatMap(notice -> notices.objections(notice.id()).stream()
                        .filter(one -> one.id().equals(objection))
                        .findFirst())
                .flatMap(Objection::file)
                .flatMap(files::find);
        send(found.orElseThrow(() -> Problem.noSuchThing("file of objection " + objection)), response);
    }

    private void send(StoredFile file, HttpServletResponse response) throws IOException {
        var content = files.contentOf(file);
        response.setContentType(file.kind().mediaType());
        response.setContentLengthLong(file.bytes());
        // Never shown inside the site: a document of a stranger must not speak with the site's voice.
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        Files.copy(content, response.getOutputStream());
    }
}
