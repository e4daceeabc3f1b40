import {clock, tableBuilder, type Table, type Vocabulary} from "../sheet/index.js";
import type {Functions} from "./functions.js";

/** The scalars of the model, one column each; their values stand in `assumptions/parameter.csv`. */
export interface Parameter {
  month: number;
  step: number;
  start: number;

  wafer_diameter: number;
  yield_clustering: number;
  harvested_share: number;
  assembly_yield: number;
  memory_rise: number;
  memory_rise_start: number;
  memory_rise_time: number;
  memory_decline: number;
  memory_decline_start: number;
  cpu_memory_price: number;

  server_cost: number;
  server_memory: number;
  quoted_memory_price: number;
  server_memory_price: number;
  flash: number;
  quoted_flash_price: number;
  flash_price: number;
  network_cost: number;
  storage_cost: number;
  network_margin: number;
  board_cost: number;
  server_power_ratio: number;
  provisioned_power_ratio: number;
  idle_power_share: number;
  fitting_draw: number;
  accelerator_life: number;
  accelerator_residual: number;
  hardware_maintenance: number;
  insurance: number;

  facility_life: number;
  facility_residual: number;
  facility_operation: number;
  property_tax: number;
  construction_premium: number;

  engineer_compensation: number;
  neocloud_overhead: number;
  expansion_excess: number;
  start_occupancy: number;
  start_lead: number;
  normal_occupancy: number;
  rental_elasticity: number;
  rental_response: number;
  rental_ceiling: number;
  presold_share: number;
  reversion: number;
  ageing: number;
  rent_level: number;
  value_exponent: number;
  mobility: number;
  core_use: number;
  free_origin: number;
  generation_pace: number;
  closure_rate: number;
  used_life: number;
  dealer_margin: number;
  used_demand: number;
  hurdle: number;
  trend_time: number;
  trend_fade: number;
  order_response: number;
  order_limit: number;
  accelerator_wait: number;
  power_wait: number;
  permit_wait: number;
  competing_share: number;
  competing_growth: number;
  memory_supply_slack: number;
  memory_supply_growth: number;
  memory_elasticity: number;
  memory_demand: number;
  memory_investment: number;
  memory_response: number;
  memory_ceiling: number;
  chip_ceiling: number;
  power_headroom: number;
  power_growth: number;
  power_elasticity: number;
  power_response: number;
  power_ceiling: number;
  power_horizon: number;
  backstop_rate: number;
  slippage: number;
  on_time_share: number;
  generation_ramp: number;
  choice_sharpness: number;
  compute_bound_share: number;
  reference_compute: number;
  reference_bandwidth: number;
  hardware_price_trend: number;
  power_price_trend: number;
  cost_of_capital: number;

  usable_memory: number;
  workspace_memory: number;
  flop_per_parameter: number;
  flop_per_value: number;
  byte_per_parameter: number;
  unpack_share: number;
  expert_read_share: number;
  expert_product_share: number;
  kv_share: number;
  gather_share: number;
  sparse_prefill_share: number;
  state_share: number;
  state_size: number;
  index_key_size: number;
  index_scale_size: number;
  booked_output: number;
  parameter_per_value: number;
  activation_size: number;
  activation_traffic: number;
  expert_traffic: number;
  exchange_size: number;
  expert_groups: number;
  reduce_copies: number;
  index_latency: number;
  linear_latency: number;
  exchange_latency: number;
  step_latency: number;
  request_latency: number;
  scaleout_bandwidth: number;
  cache_bandwidth: number;
  busy_power_share: number;
  product_power_share: number;
  plain_step: number;
  tokens_per_step: number;
  drafts_per_gain: number;
  slow_step_ratio: number;
  waiting_share: number;
  software_reference: number;
  maturity_of_reading: number;
  kernel_learning: number;
  compute_ceiling: number;
  bandwidth_ceiling: number;
  fixed_time_rate: number;
  fixed_time_ceiling: number;
  speculation_rate: number;
  speculation_ceiling: number;
  attention_rate: number;
  attention_ceiling: number;
  precision_rate: number;
  precision_ceiling: number;
  model_gain: number;
  model_ceiling: number;
  peak_to_average: number;

  provider_overhead: number;
  provider_margin: number;
  recovery_rate: number;
  list_discount: number;
  token_response: number;
  token_release: number;
  token_ceiling: number;
  network_egress: number;

  payment_fee: number;
  hosting_share: number;
  support_share: number;
  service_share: number;
  retention_share: number;
  development_share: number;
  administration_share: number;
  usage_growth: number;
  token_elasticity: number;
  token_budget: number;
  metered_markup: number;
  bill_ceiling: number;
  bill_flexibility: number;
  plan_response: number;
  conversion_elasticity: number;
  churn_elasticity: number;
  imitation_share: number;
  churn_response: number;

  realised_share: number;
  study_transfer: number;
  willingness_to_accept: number;
  surplus_exponent: number;
  wage_growth: number;
  working_hours: number;

  inflation: number;
  debt_share: number;
  loan_rate: number;
  past_loan_rate: number;
  past_loan_end: number;
  loan_tenor: number;
  note_rate: number;
  minimum_dscr: number;
  target_dscr: number;
  debt_tail: number;
  haircut_investment_grade: number;
  haircut_speculative: number;
  haircut_unrated: number;
  tax_rate: number;
  loss_offset_limit: number;
  payment_term: number;
  past_growth: number;
  lease_term: number;
  cash_months: number;
  comparison_rate: number;
  comparison_life: number;
  comparison_load: number;
  restraint_limit: number;
  restraint_rate: number;

  past_loan_time: number;
  opening_age: number;
  opening_hall_age: number;
  stage_pace: number;
  lead_time: number;
  server_surcharge: number;
  memory_relief: number;
  memory_price_index: number;
  rent_decline: number;
  hardware_price_index: number;
  power_price_index: number;
  fixed_time_gain: number;
  speculation_gain: number;
  attention_gain: number;
  precision_gain: number;
  models_gain: number;
  usage_index: number;
  wage_index: number;
}

export const table = tableBuilder<Parameter, Functions>();

/** The words in which columns of a row T are defined, for the parts of a long table. */
export type Words<T> = Vocabulary<T, Parameter, Functions>;

export const parameter: Table<Parameter> = table<Parameter>(
  "parameter",
  "Scalar assumptions and the price and progress indices that follow from their trends.",
  ({input, formula}) => ({
    month: clock("Months since the first month of the run"),
    step: clock("One month"),
    start: clock("First month of the run, in months since 2000-01"),

    wafer_diameter: input("mm", "Diameter of a wafer"),
    yield_clustering: input("1", "Clustering of defects (alpha of the negative binomial yield)"),
    harvested_share: input("share", "Share of dies with a defect that are sold with the broken units switched off"),
    assembly_yield: input("share", "Share of packages that are good after dies and memory are joined"),
    memory_rise: input("1", "Price of accelerator memory under the contracts for 2027, of that under those for 2026"),
    memory_rise_start: input("month", "From when the contracts for 2027 are delivered, in months since 2000-01"),
    memory_rise_time: input("month", "Time in which they take the place of earlier ones"),
    memory_decline: input(
      "1/yr",
      "Continuous rate of decline (per year) of the price of accelerator memory once supply has grown"
    ),
    memory_decline_start: input("month", "From when on it falls, in months since 2000-01"),
    cpu_memory_price: input("USD/GB", "Price of memory modules for the processors of a rack"),

    server_cost: input("USD/GPU", "Server beyond its accelerators, as quoted: chassis, CPU, memory, network cards"),
    server_memory: input("GB/GPU", "Memory of a server's processors"),
    quoted_memory_price: input("USD/GB", "Price of server memory when servers were quoted"),
    server_memory_price: input("USD/GB", "Price of server memory at the outset"),
    flash: input("TB/GPU", "Flash in a server and in the cluster's storage"),
    quoted_flash_price: input("USD/TB", "Price of flash when servers and storage were quoted"),
    flash_price: input("USD/TB", "Price of flash at the outset"),
    network_cost: input("USD/GPU", "Cluster network outside the server: switches, optics, cables"),
    storage_cost: input("USD/GPU", "Storage attached to the cluster"),
    network_margin: input("share", "Gross margin of the vendor of accelerators on networks"),
    board_cost: input("USD/GPU", "Board, switches between accelerators and cooling that a vendor sells with one"),
    server_power_ratio: input("1", "Power that a loaded server draws, of its accelerators' rated power"),
    provisioned_power_ratio: input(
      "1",
      "Power that a site provides for a server, of its accelerators' rated power, where none is stated for a kind"
    ),
    idle_power_share: input("share", "Power of an idle server relative to a loaded one"),
    fitting_draw: input("share", "Power drawn by servers that are being fitted and tested, of that provided for them"),
    accelerator_life: input("yr", "Years that accelerators and servers are used"),
    accelerator_residual: input("share", "Value of hardware left at the end of its life"),
    hardware_maintenance: input("1/yr", "Maintenance and spares a year, of the hardware's price"),
    insurance: input("1/yr", "Insurance a year, of the hardware's price"),

    facility_life: input("yr", "Years that a building and its plant are used"),
    facility_residual: input("share", "Value of a facility left at the end of its life"),
    facility_operation: input("USD/kW-yr", "Operation of a facility without energy, per kW of IT capacity"),
    property_tax: input("1/yr", "Property tax a year, of the facility's cost"),
    construction_premium: input("1", "Construction cost of an AI facility relative to a traditional one"),

    engineer_compensation: input("USD/FTE-yr", "Compensation of a cluster engineer"),
    neocloud_overhead: input("share", "Selling, general and administrative cost of a neocloud, as a share of revenue"),
    expansion_excess: input("1/yr", "Growth initially on order beyond the growth of demand"),
    start_occupancy: input("share", "GPU-hours demanded at the outset, as a share of those available"),
    start_lead: input("month", "Lead time of what is initially on order"),
    normal_occupancy: input("share", "Share of GPU-hours sold at which their price is the cost of new capacity"),
    rental_elasticity: input("1", "By how much demand for GPU-hours falls with their price, at once"),
    rental_response: input("1/yr", "Pace at which the spot price of a GPU-hour closes the gap to the clearing price"),
    rental_ceiling: input("1", "Highest price of a GPU-hour, of the cost of new capacity: there buyers give up"),
    presold_share: input("share", "Share of the contracts on new capacity that is signed before it is built"),
    reversion: input(
      "1/yr",
      "Pace at which buyers expect the price of a GPU-hour to return to the cost of new capacity"
    ),
    ageing: input("1", "Fall of the price of older accelerators, in logarithms, per later generation that arrives"),
    rent_level: input("1", "Level of all accelerators' prices at the outset, relative to what is quoted (spot_price)"),
    value_exponent: input("1", "Rise of an accelerator's rent with the work that it does, where no rent was quoted"),
    mobility: input("share", "Share of the work short of one cluster that can move to another"),
    core_use: input("share", "Share of the initial use per user that is served before anyone's remaining demand"),
    free_origin: input("share", "Share of spending on private plans by people who began with a free product"),
    generation_pace: input("1/yr", "Generations of accelerators a year that builders expect"),
    closure_rate: input("1/yr", "Pace at which accelerators are closed whose hours do not pay for running or keeping"),
    used_life: input("yr", "Years for which buyers of used accelerators count on them"),
    dealer_margin: input("share", "Share of the price of a used accelerator that its dealer keeps"),
    used_demand: input("1/yr", "Most used accelerators that find a buyer in a year, relative to those installed"),
    hurdle: input("1", "Margin over the cost of new capacity below which growth is not ordered for"),
    trend_time: input("month", "Time over which builders average the growth of demand"),
    trend_fade: input("1/yr", "Pace at which builders expect growth of demand to fade"),
    order_response: input("1/yr", "Growth of capacity that is ordered per unit of expected margin"),
    order_limit: input("1/yr", "Fastest growth of capacity that is ordered"),
    accelerator_wait: input("month", "Wait for accelerators, from the order"),
    power_wait: input("month", "Wait for power at a site that has a grid connection, from the order"),
    permit_wait: input("month", "Wait for permits and construction, from the order"),
    competing_share: input("share", "Share of the accelerator memory ordered initially that goes to others"),
    competing_growth: input("1/yr", "Continuous growth rate (per year) of what others order"),
    memory_supply_slack: input(
      "1",
      "Accelerator memory that makers could deliver beyond what was ordered initially, relative to it; below 0 " +
        "where it is less"
    ),
    memory_supply_growth: input(
      "1/yr",
      "Continuous growth rate (per year) of the supply of packaged accelerator memory"
    ),
    power_headroom: input("1", "Power that sites could draw beyond what is installed and on order, relative to it"),
    power_growth: input("1/yr", "Continuous growth rate (per year) of the power that sites could draw"),
    memory_elasticity: input("1", "Rise of the memory on offer with its price, at once"),
    memory_demand: input("1", "Fall of the memory wanted with its price"),
    memory_investment: input("1/yr", "Growth of memory supply per logarithm of its scarcity"),
    memory_response: input("1/yr", "Pace at which prices of memory and accelerators follow scarcity"),
    memory_ceiling: input("1", "Highest price of memory, relative to its contract price in normal times"),
    chip_ceiling: input("1", "Highest price of accelerators, relative to their list price"),
    power_elasticity: input("1", "Rise of the power on offer with the price of a site that has it"),
    power_response: input("1/yr", "Pace at which that price follows scarcity"),
    power_ceiling: input("1", "Highest price of a site with power, relative to normal times"),
    power_horizon: input("month", "Months of orders that places are sought for at a time"),
    backstop_rate: input(
      "1/yr",
      "Own generation built a year where sites are most expensive, of the power at the outset"
    ),
    on_time_share: input("share", "Share of scheduled power that arrives on time"),
    slippage: input("month", "Delay of power that does not arrive on time"),
    generation_ramp: input("month", "Time in which a new generation of accelerators takes over the orders"),
    choice_sharpness: input("1", "Relative difference of cost that decides between kinds of accelerators to order"),
    reference_compute: input("TFLOP/GPU-s", "Rate of arithmetic that defines an accelerator's work of 1: an H100's"),
    reference_bandwidth: input("TB/GPU-s", "Rate of reading memory that defines an accelerator's work of 1: an H100's"),
    compute_bound_share: input("share", "Share of serving time that compute bounds; memory bandwidth bounds the rest"),
    hardware_price_trend: input("1/yr", "Continuous rate of change (per year) of the price of unchanged hardware"),
    power_price_trend: input("1/yr", "Continuous real rate of change (per year) of the price of electricity"),
    cost_of_capital: input("1/yr", "Weighted cost of a neocloud's debt and equity, before its own premium"),

    usable_memory: input("share", "Share of the accelerator's memory that serving software takes"),
    workspace_memory: input("GB/GPU", "Memory for activations, graphs and buffers"),
    flop_per_parameter: input("FLOP/param-token", "Operations per active parameter and token of a forward pass"),
    flop_per_value: input("FLOP/token-token", "Operations per product of attention, for a pair of tokens"),
    byte_per_parameter: input("B/param", "One byte per parameter: the step between 8-bit and other precisions"),
    unpack_share: input("share", "Share of the 16-bit peak that is left where 4-bit weights are unpacked on the way"),
    expert_read_share: input("share", "Share of the reached bandwidth at which grouped products read their experts"),
    expert_product_share: input("share", "Share of the reached peak that grouped products of few rows get"),
    kv_share: input("share", "Share of the reached bandwidth at which attention reads its cache"),
    gather_share: input("share", "Share of what is reached that an index and the gathering of chosen context get"),
    sparse_prefill_share: input("share", "Share of the reached peak that a prompt's index and chosen context get"),
    state_share: input("share", "Share of the reached bandwidth at which linear layers read and write their state"),
    state_size: input("B", "Bytes of a value of the state of linear layers"),
    index_key_size: input("B/token", "Bytes of a value of an index's key, per token"),
    index_scale_size: input("B/token", "Bytes of the scale of an index's key, per token"),
    booked_output: input("share", "Share of a request's output that has room in the cache, on average over its life"),
    parameter_per_value: input("param", "One parameter per value: weights over the hidden size are values"),
    activation_size: input("B/token", "Bytes of a value between matrix multiplications, per token"),
    activation_traffic: input("1", "Times that a value between matrix multiplications is written or read"),
    expert_traffic: input("1", "Times that a value of a token's copy for an expert is written or read"),
    exchange_size: input("B/token", "Bytes of a value sent to an expert and back, per token"),
    expert_groups: input("expert", "Groups of experts that a token is sent to beyond a scale-up domain"),
    reduce_copies: input("1", "Times that a value crosses a link when parts are added up in a ring"),
    index_latency: input("ms/layer", "Fixed time of a layer's index: its products, the choice, the gathering"),
    linear_latency: input("1", "Further launches of a linear layer, of a layer's fixed time"),
    exchange_latency: input("ms/layer", "Waiting for others in a layer where experts are split: sending and return"),
    step_latency: input("ms", "Fixed time of a step: scheduling and sampling"),
    request_latency: input("ms", "Work of the server on each request in a step"),
    scaleout_bandwidth: input(
      "GB/GPU-s",
      "Bandwidth of an accelerator into the network beyond its scale-up domain, one way"
    ),
    cache_bandwidth: input("GB/GPU-s", "Speed at which a cached prefix is loaded into the accelerator"),
    busy_power_share: input("share", "Power of an accelerator while it reads or calculates, of its rated power"),
    product_power_share: input("1", "Power of products at the full peak, of the accelerator's rated power"),
    plain_step: input("token", "Tokens that a decode step gives a request without speculation"),
    tokens_per_step: input(
      "token",
      "Tokens that a decode step gives each request; more than 1 with speculative decoding"
    ),
    drafts_per_gain: input("1", "Tokens checked per token gained by speculative decoding"),
    slow_step_ratio: input("1", "99th percentile of the time per output token over its mean"),
    waiting_share: input("share", "Share of requests that may wait for a place in a batch in the peak hour"),
    software_reference: input("month", "Date of the software that the shares stand for, in months since 2000-01"),
    maturity_of_reading: input("1", "Gain of the share of bandwidth, of that of the share of peak, in logarithms"),
    kernel_learning: input(
      "1/yr",
      "Pace at which software closes the gap to the reachable shares of peak, in logarithms"
    ),
    compute_ceiling: input("share", "Share of the dense peak that serving software can reach"),
    bandwidth_ceiling: input("share", "Share of memory bandwidth that serving software can reach"),
    fixed_time_rate: input(
      "1/yr",
      "Continuous growth rate (per year), at first, on the fixed time of layers and steps"
    ),
    fixed_time_ceiling: input("1", "Greatest gain on the fixed time of layers and steps"),
    speculation_rate: input(
      "1/yr",
      "Continuous growth rate (per year), at first, of tokens per reading of the weights"
    ),
    speculation_ceiling: input("1", "Greatest gain of tokens per reading of the weights, through speculative decoding"),
    attention_rate: input(
      "1/yr",
      "Continuous growth rate (per year), at first, on reading the cache: sparse attention, fewer bits"
    ),
    attention_ceiling: input("1", "Greatest gain on reading memory through sparse attention and a smaller cache"),
    precision_rate: input(
      "1/yr",
      "Continuous growth rate (per year), at first, through work that moves from 8 bits to 4"
    ),
    precision_ceiling: input("1", "Greatest gain through work that moves from 8 bits to 4"),
    model_gain: input(
      "1/yr",
      "Continuous growth rate (per year), at first, in tokens of given capability per GPU-hour: smaller models of " +
        "one quality"
    ),
    model_ceiling: input("1", "Greatest gain in tokens of fixed capability through smaller models"),
    peak_to_average: input("1", "Capacity held for the peak hour, relative to mean demand"),

    provider_overhead: input(
      "share",
      "Research, sales and administration that a provider charges to serving, as a share of revenue"
    ),
    provider_margin: input("share", "Operating margin that sellers of tokens must earn, as a share of revenue"),
    recovery_rate: input("1/yr", "Pace at which the price of a token rises to what sellers must earn"),
    list_discount: input("share", "How far the realised token price lies below the list price"),
    token_response: input("1/yr", "Pace at which the price of a token follows its cost and its scarcity"),
    token_release: input("1/yr", "Pace at which the price of a scarce token falls once there is room"),
    token_ceiling: input("1", "Highest price of a scarce token, of that of a plentiful one"),
    network_egress: input("USD/Mtok", "Network traffic per million output tokens"),

    payment_fee: input("share", "Fee of payment processors and app stores, of subscription revenue"),
    hosting_share: input("share", "Hosting other than models, of revenue without tokens passed on"),
    support_share: input("share", "Customer support, of revenue without tokens passed on"),
    service_share: input(
      "share",
      "Delivery beside tokens, payment, hosting and support, of revenue without tokens passed on"
    ),
    retention_share: input(
      "share",
      "Marketing and sales to keep users and to sell them more, of revenue without tokens passed on"
    ),
    development_share: input("share", "Product development, of revenue without tokens passed on"),
    administration_share: input("share", "General administration, of revenue without tokens passed on"),
    usage_growth: input(
      "1/yr",
      "Continuous growth rate (per year) of requests per user at constant prices, through agents"
    ),
    token_elasticity: input("1", "By how much requests rise as the price of a token of constant quality falls"),
    token_budget: input("share", "Most that an application spends on the tokens of its plans, of subscriptions"),
    metered_markup: input("1", "What applications add to the cost of tokens that users pay by the token"),
    bill_ceiling: input("USD/user-month", "Budget of a paying user for tokens by the token"),
    bill_flexibility: input("share", "Rise of that budget with what users want to spend beyond it, in logarithms"),
    plan_response: input("1/yr", "Pace at which the price of a plan rises to what it costs"),
    conversion_elasticity: input("1", "Fall of the users won with the price of a plan"),
    churn_elasticity: input("1", "Rise of churn with the price of a plan"),
    imitation_share: input("share", "Share of new users at the outset who come because others are there"),
    churn_response: input("1", "Rise of churn with the share of requests that are not served"),

    realised_share: input("share", "Share of saved working time that becomes output"),
    study_transfer: input(
      "share",
      "Share of the effect measured in trials that everyday use reaches; surveys ask about everyday use"
    ),
    willingness_to_accept: input("USD/user-month", "What the median user would have to be paid to give the service up"),
    surplus_exponent: input("1", "Rise of what the service is worth to a private user with use"),
    working_hours: input("hour/user-month", "Hours in a full-time job"),
    wage_growth: input("1/yr", "Logarithmic real growth a year of compensation"),

    inflation: input("1/yr", "Inflation, which is taken off nominal rates of interest"),
    debt_share: input(
      "share",
      "Greatest share of purchases that is borrowed; share of the books that is owed at the outset"
    ),
    loan_rate: input("1/yr", "Nominal interest on loans, before the neocloud's own premium"),
    past_loan_rate: input("1/yr", "Nominal interest on loans of earlier years"),
    past_loan_end: input("month", "Until when loans carried that rate, in months since 2000-01"),
    loan_tenor: input("yr", "Greatest time over which a loan is repaid, once what it pays for works"),
    note_rate: input("1/yr", "Nominal interest on notes, which no contract secures"),
    minimum_dscr: input("1", "Least debt service coverage that the covenant allows"),
    target_dscr: input("1", "Debt service coverage that lenders size a loan to"),
    debt_tail: input("month", "Time before the end of the contract by which the loan is repaid"),
    haircut_investment_grade: input("share", "Taken off revenue contracted with a customer of investment grade"),
    haircut_speculative: input("share", "Taken off revenue contracted with a customer rated below that"),
    haircut_unrated: input("share", "Taken off revenue contracted with a customer without a rating"),
    tax_rate: input("share", "Tax on profits"),
    loss_offset_limit: input("share", "Greatest share of a month's profit that earlier losses may offset"),
    payment_term: input("day", "Time from delivery to payment between companies"),
    cash_months: input("month", "Months of outlays that a company holds in cash; the rest is paid out"),
    restraint_limit: input("share", "Most that an application cuts of development and administration"),
    restraint_rate: input("1/yr", "Pace at which an application that loses money cuts them"),
    past_growth: input("1/yr", "Continuous growth rate (per year) of fleets before the first month"),
    comparison_rate: input("1/yr", "Nominal cost of capital in published models of the cost of accelerators"),
    comparison_life: input("yr", "Life of the hardware in these models, after which nothing is left"),
    comparison_load: input("share", "Power that servers draw in these models, of what is provided for them"),
    lease_term: input("yr", "Time for which rented buildings are still leased"),

    past_loan_time: formula("yr", "Age of the youngest of the earlier loans at the outset", (p, _, {max}) =>
      max(0, p.start - p.past_loan_end)
    ),
    opening_age: formula(
      "share",
      "Share of their life that accelerators and servers at the outset have used up: less in a fleet that has grown",
      (p, _, f) => f.mean_age(p.past_growth * p.accelerator_life)
    ),
    opening_hall_age: formula(
      "share",
      "Share of their life that owned buildings at the outset have used up",
      (p, _, f) => f.mean_age(p.past_growth * p.facility_life)
    ),
    stage_pace: formula(
      "1/month",
      "Share of a stage of the lead time, a third of it, that goes on to the next in a month",
      (p, _, {min}) => min(3 / p.lead_time, 1 / p.step)
    ),
    lead_time: formula(
      "month",
      "Time from an order of accelerators to their first job: the longest of the waits",
      (p, _, {max}) => max(p.accelerator_wait, p.power_wait + (1 - p.on_time_share) * p.slippage, p.permit_wait)
    ),
    server_surcharge: formula(
      "USD/GPU",
      "Increase in the cost of a server's memory and flash from the quotes to the outset",
      (p) =>
        p.server_memory * (p.server_memory_price - p.quoted_memory_price) +
        p.flash * (p.flash_price - p.quoted_flash_price)
    ),
    memory_relief: formula(
      "1",
      "Price of memory and flash relative to that before their supply has grown",
      (p, _, {exp, max}) => exp((0 - p.memory_decline) * max(0, p.start + p.month - p.memory_decline_start))
    ),
    memory_price_index: formula(
      "1",
      "Price of accelerator memory relative to the initial level: it rises to that of the contracts for 2027, " +
        "later it falls",
      (p, _, {min, max}) =>
        (1 + (p.memory_rise - 1) * min(1, max(0, p.start + p.month - p.memory_rise_start) / p.memory_rise_time)) *
        p.memory_relief
    ),
    rent_decline: formula(
      "1/yr",
      "Fall of an accelerator's rent with age that builders expect, in logarithms: newer kinds take it",
      (p) => p.ageing * p.generation_pace
    ),
    hardware_price_index: formula("1", "Price of unchanged hardware relative to the initial level", (p, _, {exp}) =>
      exp(p.hardware_price_trend * p.month)
    ),
    power_price_index: formula("1", "Price of electricity relative to the initial level", (p, _, {exp}) =>
      exp(p.power_price_trend * p.month)
    ),
    fixed_time_gain: formula("1", "Gain on the fixed time of layers and steps since the first month", (p, _, f) =>
      f.saturating(p.fixed_time_rate * p.month, p.fixed_time_ceiling)
    ),
    speculation_gain: formula("1", "Gain of tokens per reading of the weights since the first month", (p, _, f) =>
      f.saturating(p.speculation_rate * p.month, p.speculation_ceiling)
    ),
    attention_gain: formula("1", "Gain on reading memory through sparse attention and a smaller cache", (p, _, f) =>
      f.saturating(p.attention_rate * p.month, p.attention_ceiling)
    ),
    precision_gain: formula(
      "1",
      "Gain through work that moved from 8 bits to 4, where there are units for 4",
      (p, _, f) => f.saturating(p.precision_rate * p.month, p.precision_ceiling)
    ),
    models_gain: formula("1", "Gain in tokens of fixed capability per GPU-hour through smaller models", (p, _, f) =>
      f.saturating(p.model_gain * p.month, p.model_ceiling)
    ),
    usage_index: formula("1", "Requests per user relative to the initial level, at constant prices", (p, _, {exp}) =>
      exp(p.usage_growth * p.month)
    ),
    wage_index: formula("1", "Real compensation relative to the initial level", (p, _, {exp}) =>
      exp(p.wage_growth * p.month)
    )
  }),
  {single: true}
);
