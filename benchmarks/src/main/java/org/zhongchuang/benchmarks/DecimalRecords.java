package org.zhongchuang.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The way most business code is written: a record for each firm, BigDecimal for money. */
final class DecimalRecords implements Peer {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Firm> all = new ArrayList<>();

    private record Firm(
            int county,
            BigDecimal income,
            int months,
            int after,
            boolean industry,
            int staff,
            BigDecimal assets,
            BigDecimal rent,
            BigDecimal broadband,
            BigDecimal software,
            String grade,
            BigDecimal provincial,
            BigDecimal national) {}

    @Override
    public String name() {
        return "Java records, BigDecimal";
    }

    @Override
    public int most() {
        return 500_000;
    }

    @Override
    public void prepare(Firms firms) {
        for (int i = 0; i < Math.min(firms.size, most()); i++) {
            all.add(new Firm(
                    firms.county[i],
                    yuan(firms.income[i]),
                    (int) firms.months[i],
                    (int) firms.after[i],
                    firms.industry[i] == 1,
                    (int) firms.staff[i],
                    yuan(firms.assets[i]),
                    yuan(firms.rent[i]),
                    yuan(firms.broadband[i]),
                    yuan(firms.software[i]),
                    Firms.GRADES[(int) firms.grade[i]],
                    yuan(firms.provincial[i]),
                    yuan(firms.national[i])));
        }
    }

    @Override
    public long[] totals(int count) {
        var totals = new long[Firms.COUNTIES];
        for (int i = 0; i < count; i++) {
            var firm = all.get(i);
            totals[firm.county()] += balance(firm).unscaledValue().longValueExact();
        }
        return totals;
    }

    private static BigDecimal balance(Firm firm) {
        var small = firm.income().compareTo(new BigDecimal("300000")) <= 0
                && (firm.industry()
                        ? firm.staff() <= 100 && firm.assets().compareTo(new BigDecimal("30000000")) <= 0
                        : firm.staff() <= 80 && firm.assets().compareTo(new BigDecimal("10000000")) <= 0);
        BigDecimal tax;
        if (!small) {
            tax = percent(firm.income(), 25, RoundingMode.HALF_UP);
        } else if (firm.income().compareTo(new BigDecimal("200000")) <= 0) {
            tax = percent(firm.income(), 10, RoundingMode.HALF_UP);
        } else {
            tax = firm.income()
                    .multiply(BigDecimal.valueOf(20L * (firm.months() - firm.after()) + 10L * firm.after()))
                    .divide(HUNDRED.multiply(BigDecimal.valueOf(firm.months())), 2, RoundingMode.HALF_UP);
        }
        var running = percent(firm.rent(), 50, RoundingMode.DOWN)
                .min(new BigDecimal("60000.00"))
                .add(percent(firm.broadband(), 80, RoundingMode.DOWN).min(new BigDecimal("8000.00")))
                .add(percent(firm.software(), 30, RoundingMode.DOWN).min(new BigDecimal("20000.00")))
                .min(new BigDecimal("75000.00"));
        var bonus = switch (firm.grade()) {
            case "excellent" -> new BigDecimal("200000.00");
            case "good" -> new BigDecimal("50000.00");
            case "pass" -> new BigDecimal("10000.00");
            default -> new BigDecimal("0.00");
        };
        return running.add(firm.provincial()).add(firm.national()).add(bonus).subtract(tax);
    }

    private static BigDecimal percent(BigDecimal of, int percent, RoundingMode rounding) {
        return of.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, rounding);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
