package org.zhongchuang.ground.sheet.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.sheet.OpenData;
import org.zhongchuang.ground.sheet.OpenData.Dataset;

/** Everything that may be taken away without an account, with what each field means. */
@Controller
public class OpenDataPages {

    private final List<Dataset> datasets;

    OpenDataPages(List<OpenData> sources) {
        this.datasets = sources.stream()
                .map(OpenData::dataset)
                .sorted(Comparator.comparing(one -> one.title().en()))
                .toList();
    }

    /** The sets of data, in the order of their names. */
    public record DataPage(List<Dataset> datasets) {}

    @GetMapping("/data")
    @InMenu(
            value = Section.OPENNESS,
            zh = "开放数据",
            en = "Open data",
            icon = "copy",
            place = 30,
            often = {Role.RESEARCHER})
    @Anyone
    ModelAndView data() {
        return new ModelAndView("ground/sheet/data", "page", new DataPage(datasets));
    }
}
