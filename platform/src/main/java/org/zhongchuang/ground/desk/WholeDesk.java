package org.zhongchuang.ground.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;

/** What all modules have for somebody's desk. */
@Service
public class WholeDesk {

    /** What has a day comes first, the nearest before the others; what is only good to know last. */
    private static final Comparator<DeskCard> URGENT_FIRST = Comparator.comparing(DeskCard::kind)
            .thenComparing(card -> card.pile().first().orElse(LocalDate.MAX))
            .thenComparing(DeskCard::address);

    private final List<DeskCards> cards;
    private final List<DeskFigures> figures;
    private final List<DeskNews> news;

    WholeDesk(List<DeskCards> cards, List<DeskFigures> figures, List<DeskNews> news) {
        this.cards = cards;
        this.figures = figures;
        this.news = news;
    }

    public List<DeskCard> cards(Actor actor) {
        return cards.stream()
                .flatMap(module -> module.cardsFor(actor))
                .sorted(URGENT_FIRST)
                .toList();
    }

    public List<DeskFigure> figures(Actor actor) {
        return figures.stream().flatMap(module -> module.figuresFor(actor)).toList();
    }

    /** What happened since then, the latest first. */
    public List<News> news(Actor actor, Instant since, int most) {
        return news.stream()
                .flatMap(module -> module.newsFor(actor, since, most))
                .sorted(Comparator.comparing(News::at).reversed())
                .limit(most)
                .toList();
    }
}
